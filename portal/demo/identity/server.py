"""Authlib's authorization server, in the terms of Starlette."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from authlib.common.urls import add_params_to_uri
from authlib.oauth2 import OAuth2Request
from authlib.oauth2.rfc6749 import AuthorizationServer
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload
from starlette.responses import JSONResponse, RedirectResponse, Response

from portal.demo.identity.clients import METHOD, Client, ClientKeys
from portal.demo.identity.grants import (
    AccessToken,
    CodeGrant,
    EndSession,
    ForcedS256,
    IdToken,
    MachineGrant,
)
from portal.demo.identity.keys import SigningKeys
from portal.demo.identity.memory import Memory

Pairs = Iterable[tuple[str, str]]


class _Payload(BasicOAuth2Payload):  # type: ignore[misc]  # Authlib is untyped
    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        super().__init__(dict(pairs))
        self._datalist = {name: [v for n, v in pairs if n == name] for name, _ in pairs}


class ProviderRequest(OAuth2Request):  # type: ignore[misc]  # Authlib is untyped
    """One request, read already."""

    def __init__(self, method: str, uri: str, pairs: Pairs) -> None:
        super().__init__(method, uri)
        self.pairs = list(pairs)
        self.payload = _Payload(self.pairs)

    @property
    def args(self) -> dict[str, str]:
        """Its parameters."""
        return dict(self.pairs)

    form = args


class ProviderServer(AuthorizationServer):  # type: ignore[misc]  # Authlib is untyped
    """Answers as Starlette does; every answer by way of the browser says whose it is (RFC 9207)."""

    def __init__(self, issuer: str, clients: Sequence[Client], keys: SigningKeys) -> None:
        scopes = frozenset().union(*(client.scopes for client in clients))
        super().__init__(scopes_supported=sorted(scopes))
        self.issuer, self.keys, self.memory = issuer, keys, Memory()
        self.clients = {client.client_id: client for client in clients}
        self.register_client_auth_method(METHOD, ClientKeys(issuer))
        self.register_token_generator("default", AccessToken(issuer, keys))
        id_token = IdToken(issuer, self.memory, keys)
        self.register_grant(CodeGrant, [ForcedS256(), id_token])
        self.register_grant(MachineGrant)
        self.register_endpoint(EndSession)

    def query_client(self, client_id: str) -> Client | None:
        """The client of this name."""
        return self.clients.get(client_id)

    def save_token(self, token: dict[str, Any], request: Any) -> None:
        """Tokens say for themselves what they are good for; none is kept."""

    def send_signal(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Nobody listens."""

    def create_oauth2_request(self, request: ProviderRequest) -> ProviderRequest:
        """It is one already."""
        return request

    def handle_response(self, status: int, body: Any, headers: Pairs) -> Response:
        """An answer to the client, or by way of the browser."""
        told = dict(headers)
        if "Location" in told:
            return RedirectResponse(add_params_to_uri(told["Location"], {"iss": self.issuer}), 303)
        return JSONResponse(body, status, {"Cache-Control": "no-store"})
