"""What is given to whom: a code to a browser, tokens to a client. Authlib asks, we answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from authlib.oauth2.rfc6749 import InvalidRequestError
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant, ClientCredentialsGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc9068 import JWTBearerTokenGenerator
from authlib.oidc.core import OpenIDCode
from authlib.oidc.rpinitiated import EndSessionEndpoint
from joserfc.jwk import KeySet

from portal.demo.identity.clients import METHOD, Client
from portal.demo.identity.keys import ALGORITHM, SigningKeys
from portal.demo.identity.memory import Code, Memory
from portal.demo.identity.personas import Session

TOKEN_LASTS = 300
PROFILE = frozenset({"name", "email", "locale"})
"""Claims that an access token does not carry (RFC 9068, 6)."""


class CodeGrant(AuthorizationCodeGrant):  # type: ignore[misc]  # Authlib is untyped
    """A code, for one client and one redirect address, used once within a minute."""

    TOKEN_ENDPOINT_AUTH_METHODS = [METHOD]

    def save_authorization_code(self, code: str, request: Any) -> None:
        """Remember what it was given for."""
        data, session = request.payload.data, request.user
        memory: Memory = self.server.memory
        kept = Code(
            client_id=request.client.client_id,
            redirect_uri=data["redirect_uri"],
            scope=request.scope,
            nonce=data["nonce"],
            code_challenge=data["code_challenge"],
            session=session,
            auth_time=session.auth_time,
            acr=session.acr,
        )
        memory.keep_code(code, kept)
        session.clients.add(request.client.client_id)

    def query_authorization_code(self, code: Any, client: Client) -> Code | None:
        """What it was given for; whoever asks, it is used up."""
        memory: Memory = self.server.memory
        return memory.take_code(code, client.client_id)

    def delete_authorization_code(self, authorization_code: Code) -> None:
        """It is gone already."""

    def authenticate_user(self, authorization_code: Code) -> Session:
        """Whose code it is, as she stood when it was given."""
        code = authorization_code
        return replace(code.session, acr=code.acr, auth_time=code.auth_time)


class MachineGrant(ClientCredentialsGrant):  # type: ignore[misc]  # Authlib is untyped
    """A token for a machine of a partner."""

    TOKEN_ENDPOINT_AUTH_METHODS = [METHOD]


class ForcedS256(CodeChallenge):  # type: ignore[misc]  # Authlib is untyped
    """PKCE by S256 from every client; Authlib alone leaves it to confidential ones (RFC 9700)."""

    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]

    def validate_code_challenge(self, grant: Any, redirect_uri: str) -> None:
        """There must be one, and it must be S256."""
        data = grant.request.payload.data
        if not data.get("code_challenge") or data.get("code_challenge_method") != "S256":
            raise InvalidRequestError("PKCE with S256 is required")
        super().validate_code_challenge(grant, redirect_uri)


class IdToken(OpenIDCode):  # type: ignore[misc]  # Authlib is untyped
    """An id token beside each access token of a person."""

    DEFAULT_EXPIRES_IN = TOKEN_LASTS

    def __init__(self, issuer: str, memory: Memory, keys: SigningKeys) -> None:
        super().__init__(require_nonce=True)
        self.issuer, self.memory, self.keys = issuer, memory, keys

    def exists_nonce(self, nonce: str, request: Any) -> bool:
        """Whether a code was given for it. Authlib asks twice for one request: it is not used
        before that.
        """
        return (request.payload.client_id, nonce) in self.memory.nonces

    def resolve_client_private_key(self, client: Client) -> KeySet:
        """The key that signs."""
        return self.keys.signing

    def get_client_algorithm(self, client: Client) -> str:
        """One algorithm for all."""
        return ALGORITHM

    def get_client_claims(self, client: Client) -> dict[str, Any]:
        """By whom and for whom."""
        return {"iss": self.issuer, "aud": client.client_id, "azp": client.client_id}

    def generate_user_info(self, user: Session, scope: str) -> dict[str, Any]:
        """Who she is, and her session here."""
        persona = user.persona
        return {**persona.claims, "sub": persona.sub, "name": persona.name, "sid": user.sid}


class AccessToken(JWTBearerTokenGenerator):  # type: ignore[misc]  # Authlib is untyped
    """``at+jwt`` (RFC 9068), for minutes; Authlib's own live for ten days."""

    def __init__(self, issuer: str, keys: SigningKeys) -> None:
        super().__init__(issuer, alg=ALGORITHM, expires_generator=TOKEN_LASTS)
        self.keys = keys

    def get_jwks(self) -> KeySet:
        """The key that signs."""
        return self.keys.signing

    def get_audiences(self, client: Client, user: Any, scope: str) -> str:
        """Whom the token is for."""
        return client.audience or client.client_id

    def get_acr(self, user: Session | None) -> str | None:
        """How she showed who she is; a machine does not."""
        return user.acr if user else None

    def get_auth_time(self, user: Session | None) -> int | None:
        """When she did."""
        return user.auth_time if user else None

    def get_extra_claims(
        self, client: Client, grant_type: str, user: Session | None, scope: str
    ) -> dict[str, Any]:
        """By which a register knows her, for the API; a name or an address is for clients alone."""
        claims = user.persona.claims if user and client.audience else {}
        return {name: value for name, value in claims.items() if name not in PROFILE}


class EndSession(EndSessionEndpoint):  # type: ignore[misc]  # Authlib is untyped
    """Signing out here, because a client asks; she is always asked whether she wants to."""

    def get_server_jwks(self) -> KeySet:
        """By which an id token that came along is checked."""
        return KeySet.import_key_set(self.server.keys.published())

    def is_post_logout_redirect_uri_legitimate(self, *asked: Any) -> bool:
        """It is registered, and she confirms by a click."""
        return True

    def end_session(self, end_session_request: Any) -> None:
        """The page has done it."""
