"""Who may ask this provider: the portal, and machines of partners. All prove it by a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from authlib.oauth2.rfc6749 import ClientMixin
from authlib.oauth2.rfc7523 import JWTBearerClientAssertion
from joserfc.jwk import KeySet

METHOD = "private_key_jwt"


@dataclass(frozen=True, kw_only=True)
class Client(ClientMixin):  # type: ignore[misc]  # Authlib is untyped
    """One client: by ``redirect_uris`` people sign in there, without any it is a machine."""

    client_id: str
    keys: KeySet
    """Its public keys."""
    scopes: frozenset[str] = frozenset({"openid", "profile", "email"})
    redirect_uris: tuple[str, ...] = ()
    post_logout_redirect_uris: tuple[str, ...] = ()
    backchannel_logout_uri: str | None = None
    audience: str = ""
    """Whom its access tokens are for; empty: itself."""

    @property
    def grants(self) -> frozenset[str]:
        """What it may ask tokens for."""
        return frozenset({"authorization_code" if self.redirect_uris else "client_credentials"})

    @property
    def client_metadata(self) -> dict[str, Any]:
        """As Authlib asks for it when somebody signs out."""
        return {"post_logout_redirect_uris": self.post_logout_redirect_uris}

    def get_client_id(self) -> str:
        """Its name here."""
        return self.client_id

    def get_default_redirect_uri(self) -> None:
        """There is none: each request names it."""
        return

    def get_allowed_scope(self, scope: str | None) -> str:
        """Of what it asks for, what it may have."""
        return " ".join(one for one in (scope or "").split() if one in self.scopes)

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """Exactly as registered."""
        return redirect_uri in self.redirect_uris

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        """By its key, everywhere."""
        return method == METHOD

    def check_response_type(self, response_type: str) -> bool:
        """A code, and nothing by the front channel."""
        return response_type == "code" and bool(self.redirect_uris)

    def check_grant_type(self, grant_type: str) -> bool:
        """People's clients and machines are two kinds."""
        return grant_type in self.grants


class ClientKeys(JWTBearerClientAssertion):  # type: ignore[misc]  # Authlib is untyped
    """A client signs who it is, for this issuer, once (RFC 7523)."""

    CLIENT_AUTH_METHOD = METHOD

    def __init__(self, issuer: str) -> None:
        super().__init__()
        self.issuer = issuer
        self._used: set[tuple[str, str]] = set()

    def get_audiences(self) -> list[str]:
        """The issuer, as OAuth 2.1 has it, or the endpoint, as older clients do."""
        return [self.issuer, f"{self.issuer}/token"]

    def validate_jti(self, claims: dict[str, Any], jti: str) -> bool:
        """Whether this is its first use."""
        use = (str(claims["sub"]), jti)
        first = use not in self._used
        self._used.add(use)
        return first

    def resolve_client_public_key(self, client: Client) -> KeySet:
        """By which its signature is checked."""
        return client.keys
