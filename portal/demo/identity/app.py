"""The provider as one ASGI application: what it publishes, who signs in, tokens, signing out."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from authlib.oauth2 import OAuth2Error
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from portal.demo.identity.asking import Asking
from portal.demo.identity.clients import METHOD, Client
from portal.demo.identity.keys import ALGORITHM, SigningKeys
from portal.demo.identity.leaving import tell
from portal.demo.identity.pages import Pages, style
from portal.demo.identity.personas import CONFIRMED, ONE_CLICK, Persona
from portal.demo.identity.server import ProviderRequest, ProviderServer

COOKIE = "baimena-demo-identity"
KEPT = ("client_id", "post_logout_redirect_uri", "state", "id_token_hint", "ui_locales")


def create_provider(
    personas: Sequence[Persona], clients: Sequence[Client], keys: SigningKeys, issuer: str
) -> Starlette:
    """A provider at the address ``issuer`` (no path), for these people and these clients."""
    provider = _Provider(personas, clients, keys, issuer)
    return Starlette(
        routes=[
            Route("/.well-known/openid-configuration", provider.configuration),
            Route("/jwks", provider.jwks),
            Route("/authorize", provider.authorize),
            Route("/asked/{asked}", provider.answer, methods=["GET", "POST"]),
            Route("/token", provider.token, methods=["POST"]),
            Route("/end-session", provider.end_session, methods=["GET", "POST"]),
            Route("/style.css", style),
        ]
    )


class _Provider:
    def __init__(
        self,
        personas: Sequence[Persona],
        clients: Sequence[Client],
        keys: SigningKeys,
        issuer: str,
    ) -> None:
        self.issuer, self.keys = issuer, keys
        self.server = ProviderServer(issuer, clients, keys)
        self.pages = Pages(self.server.clients)
        self.asking = Asking(self.server, self.pages, personas)

    async def configuration(self, _request: Request) -> Response:
        """OpenID Connect Discovery 1.0, 3."""
        at = self.issuer
        return JSONResponse(
            {
                "issuer": at,
                "authorization_endpoint": f"{at}/authorize",
                "token_endpoint": f"{at}/token",
                "jwks_uri": f"{at}/jwks",
                "end_session_endpoint": f"{at}/end-session",
                "scopes_supported": self.server.scopes_supported,
                "response_types_supported": ["code"],
                "response_modes_supported": ["query"],
                "grant_types_supported": ["authorization_code", "client_credentials"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": [ALGORITHM],
                "token_endpoint_auth_methods_supported": [METHOD],
                "token_endpoint_auth_signing_alg_values_supported": ["ES256", "PS256"],
                "code_challenge_methods_supported": ["S256"],
                "authorization_response_iss_parameter_supported": True,
                "acr_values_supported": [ONE_CLICK, CONFIRMED],
                "ui_locales_supported": ["es", "eu", "en"],
                "backchannel_logout_supported": True,
                "backchannel_logout_session_supported": True,
                "prompt_values_supported": ["none", "login"],
            }
        )

    async def jwks(self, _request: Request) -> Response:
        """The keys by which tokens are checked."""
        return JSONResponse(self.keys.published())

    async def authorize(self, request: Request) -> Response:
        """A client sends a browser here: answered at once, or after a click."""
        browser = request.cookies.get(COOKIE) or secrets.token_urlsafe(32)
        response = self.asking.begin(request, browser)
        response.set_cookie(COOKIE, browser, httponly=True, samesite="lax")
        return response

    async def answer(self, request: Request) -> Response:
        """The page on which somebody is chosen or confirmed, and what came of it."""
        form = await request.form() if request.method == "POST" else {}
        clicked = {name: value for name, value in form.items() if isinstance(value, str)}
        return self.asking.go_on(
            request, request.path_params["asked"], request.cookies.get(COOKIE), clicked
        )

    async def token(self, request: Request) -> Response:
        """Tokens for a code, or for a machine."""
        asked = ProviderRequest("POST", f"{self.issuer}/token", await _pairs(request))
        answer: Response = self.server.create_token_response(asked)
        return answer

    async def end_session(self, request: Request) -> Response:
        """RP-Initiated Logout 1.0: she confirms, every client is told, and back she goes."""
        posted = request.method == "POST"
        pairs = await _pairs(request) if posted else request.query_params.multi_items()
        asked = ProviderRequest(request.method, f"{self.issuer}/end-session", pairs)
        try:
            wanted: Any = self.server.validate_endpoint_request("end_session", asked)
        except OAuth2Error:
            return self.pages.wrong(request)
        decided = asked.args.get("leave") if posted else None
        if decided is None:
            kept = [(name, value) for name, value in asked.pairs if name in KEPT]
            return self.pages.draw(request, "leave.html", "leave", kept=kept)
        if decided == "yes":
            await self._forget(request.cookies.get(COOKIE, ""))
        if wanted.redirect_uri:
            return RedirectResponse(wanted.redirect_uri, 303)
        return self.pages.draw(request, "told.html", "gone", told="close")

    async def _forget(self, browser: str) -> None:
        session = self.server.memory.sessions.pop(browser, None)
        if session is not None:
            await tell(self.issuer, self.server.clients.values(), session, self.keys)


async def _pairs(request: Request) -> list[tuple[str, str]]:
    form = await request.form()
    return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
