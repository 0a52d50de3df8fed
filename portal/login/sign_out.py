"""Signing out: here, at the provider too, and here because of what the provider says.

Sources: OpenID Connect RP-Initiated Logout 1.0; OpenID Connect Back-Channel Logout 1.0.
"""

from __future__ import annotations

from urllib.parse import urlencode

from governance.refusals import Refusal
from governance.service import web_state
from governance.vocabulary.people import Language
from portal.login.configuration import SIGNED_OUT_PATH, Login
from portal.login.provider import ProviderUnavailable
from portal.login.tokens import LOGOUT_LASTS, TokenRefused, logout_claims


async def sign_out(login: Login, session_id: str, *, language: Language) -> str | None:
    """End this browser's session. The address at which the provider's ends too, where it has one.

    No id token is sent along as a hint: it would put personal data into an address. The provider
    asks whether to sign out there as well, as it should without one.
    """
    await web_state.end_session(login.house, session_id)
    try:
        leave = (await login.provider.published()).end_session_endpoint
    except ProviderUnavailable:
        return None
    if leave is None:
        return None
    told = {
        "client_id": login.provider.client_id,
        "post_logout_redirect_uri": login.public_url + SIGNED_OUT_PATH,
        "ui_locales": language.value,
    }
    return f"{leave}{'&' if '?' in leave else '?'}{urlencode(told)}"


async def end_at_provider(login: Login, logout_token: object) -> int | Refusal:
    """End the sessions of whom a provider says that she signed out; how many those were.

    Refused: ``logout-token-invalid`` (with the part at fault; ``jti`` where it was used before),
    ``identity-provider-unavailable``.
    """
    at = login.house.clock()
    try:
        if not isinstance(logout_token, str):
            raise TokenRefused("missing")
        claims = await login.provider.checked(
            lambda keys: logout_claims(logout_token, keys, login.parties, at=at)
        )
    except TokenRefused as refused:
        return Refusal("logout-token-invalid", items=(refused.code,))
    except ProviderUnavailable:
        return Refusal("identity-provider-unavailable")
    issuer, until = login.provider.issuer, at + 2 * LOGOUT_LASTS
    if not await web_state.use_once(login.house, f"{issuer} {claims['jti']}", expires=until):
        return Refusal("logout-token-invalid", items=("jti",))
    named = {name: claims.get(name) for name in ("sid", "sub")}
    known = {name: value if isinstance(value, str) else None for name, value in named.items()}
    return await web_state.end_by_sid(login.house, issuer, sid=known["sid"], sub=known["sub"])
