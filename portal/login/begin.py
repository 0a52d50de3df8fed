"""A sign-in begins: what the provider is asked, and what is remembered to check its answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from governance.refusals import Refusal
from governance.service.web_state import Live, SignIn, begin_sign_in, new_token
from governance.vocabulary.people import Language
from portal.login.configuration import Login
from portal.login.paths import local_path
from portal.login.provider import ProviderUnavailable

PRE_SESSION = re.compile(r"[\w-]{43}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Begun:
    """Where the browser goes now, and the id that it keeps until it comes back."""

    url: str
    pre_session: str


async def begin(
    login: Login,
    *,
    next_path: object,
    language: Language,
    pre_session: str | None = None,
    stepping_up: Live | None = None,
) -> Begun | Refusal:
    """Begin to sign in, or with ``stepping_up`` to confirm the identity behind that session.

    ``pre_session`` is what the browser kept from an earlier begin, so that two tabs do not disturb
    each other. Refused: ``identity-provider-unavailable``.
    """
    try:
        published = await login.provider.published()
    except ProviderUnavailable:
        return Refusal("identity-provider-unavailable")
    state, nonce, verifier = (new_token() for _ in range(3))
    kept = pre_session if pre_session and PRE_SESSION.fullmatch(pre_session) else None
    browser = kept or new_token()
    under_way = SignIn(
        issuer=login.provider.issuer,
        nonce=nonce,
        verifier=verifier,
        next_path=local_path(next_path),
        language=language,
        begun=login.house.clock(),
        stepping_up=stepping_up.session.id_hash if stepping_up else None,
    )
    await begin_sign_in(login.house, under_way, state=state, pre_session=browser)
    url, _ = login.provider.client.create_authorization_url(
        published.authorization_endpoint,
        state=state,
        nonce=nonce,
        code_verifier=verifier,
        redirect_uri=login.redirect_uri,
        ui_locales=language.value,
        **(_anew(login) if stepping_up else {}),
    )
    return Begun(str(url), browser)


def _anew(login: Login) -> dict[str, str]:
    """Nobody who is signed in at the provider already may pass by (OpenID Connect Core 3.1.2.1)."""
    asked = {"prompt": "login", "max_age": "0"}
    return asked | ({"acr_values": login.acr} if login.acr else {})
