"""A sign-in is completed, or refused: the provider's answer against what was remembered of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from governance.refusals import Refusal, Refused
from governance.service import web_state
from governance.service.sign_in import person_of
from governance.service.web_state import Live, Provider, SignIn
from governance.vocabulary.people import Language
from portal.login.browsers import browser_of
from portal.login.configuration import Login
from portal.login.paths import local_path
from portal.login.provider import ProviderDeclined, ProviderUnavailable
from portal.login.tokens import LEEWAY, TokenRefused, id_claims

ONCE = ("state", "code", "iss", "error")
LONGEST = 4096
NOT_BEGUN = Refusal("sign-in-not-begun-here")
DECLINED = Refusal("sign-in-declined")
UNAVAILABLE = Refusal("identity-provider-unavailable")
OTHER_PERSON = Refusal("step-up-other-person")
NOT_CONFIRMED = Refusal("step-up-not-confirmed")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody is signed in, or has confirmed her identity: the id for the cookie, where to go."""

    session_id: str
    next_path: str
    language: Language
    stepped_up: bool


@dataclass(frozen=True, slots=True)
class Browser:
    """What the browser that came back brings with it."""

    pre_session: str | None
    session: str | None
    user_agent: str | None = None


async def complete(
    login: Login, params: Iterable[tuple[str, str]], browser: Browser
) -> SignedIn | Refusal:
    """Complete the sign-in that this browser began.

    ``params`` are all pairs of the query, repeated ones too. Refused: ``sign-in-not-begun-here``
    (no such state in this browser, or used, or too old), ``sign-in-declined`` (she or the provider
    said no), ``sign-in-answer-invalid`` (with the part at fault), ``step-up-other-person``,
    ``step-up-not-confirmed``, ``identity-provider-unavailable``, and what ``person_of`` refuses.
    """
    try:
        answer = _once(params)
        begun = await _begun(login, answer, browser)
        await _of_the_provider(login, answer, begun)
        claims = await _claims(login, answer, begun)
        if begun.stepping_up is not None:
            return await _step_up(login, claims, begun, browser)
        return await _sign_in(login, claims, begun, browser)
    except Refused as refused:
        return refused.refusal
    except TokenRefused as refused_token:
        return _invalid(refused_token.code)


def _invalid(what: str) -> Refusal:
    return Refusal("sign-in-answer-invalid", items=(what,))


def _once(params: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The parameters that count. Raises Refused where one is there twice (OAuth 2.0, 3.1)."""
    answer: dict[str, str] = {}
    for name, value in params:
        if name in ONCE:
            if name in answer or len(value) > LONGEST:
                raise Refused(_invalid(name))
            answer[name] = value
    return answer


async def _begun(login: Login, answer: dict[str, str], browser: Browser) -> SignIn:
    state, pre_session = answer.get("state"), browser.pre_session
    if not state or not pre_session:
        raise Refused(NOT_BEGUN)
    begun = await web_state.take_sign_in(login.house, state=state, pre_session=pre_session)
    if begun is None:
        raise Refused(NOT_BEGUN)
    return replace(begun, next_path=local_path(begun.next_path))


async def _of_the_provider(login: Login, answer: dict[str, str], begun: SignIn) -> None:
    """The answer is of the provider that was asked, a refusal too (RFC 9207, 2.4)."""
    if begun.issuer != login.provider.issuer:
        raise Refused(_invalid("iss"))
    try:
        published = await login.provider.published()
    except ProviderUnavailable:
        raise Refused(UNAVAILABLE) from None
    named = answer.get("iss")
    if named != begun.issuer and (named is not None or published.names_itself):
        raise Refused(_invalid("iss"))
    if "error" in answer:
        raise Refused(DECLINED)
    if not answer.get("code"):
        raise Refused(_invalid("code"))


async def _claims(login: Login, answer: dict[str, str], begun: SignIn) -> dict[str, Any]:
    """What the id token says; there must be one. Raises Refused and TokenRefused."""
    try:
        tokens = await login.provider.tokens(
            answer["code"], verifier=begun.verifier, redirect_uri=login.redirect_uri
        )
        at = login.house.clock()
        claims = await login.provider.checked(
            lambda keys: id_claims(tokens, keys, login.parties, nonce=begun.nonce, at=at)
        )
    except ProviderDeclined:
        raise Refused(_invalid("code")) from None
    except ProviderUnavailable:
        raise Refused(UNAVAILABLE) from None
    if claims["iat"] < (begun.begun - LEEWAY).timestamp():
        raise TokenRefused("iat")
    return claims


async def _sign_in(
    login: Login, claims: dict[str, Any], begun: SignIn, browser: Browser
) -> SignedIn | Refusal:
    who = await person_of(login.house, begun.issuer, claims, login.naming)
    if isinstance(who, Refusal):
        return who
    sid = claims.get("sid")
    session_id = await web_state.begin_session(
        login.house,
        who,
        Provider(issuer=begun.issuer, sub=claims["sub"], sid=sid if isinstance(sid, str) else None),
        language=begun.language,
        browser=browser_of(browser.user_agent),
        replaces=browser.session,
    )
    return SignedIn(session_id, begun.next_path, begun.language, stepped_up=False)


async def _step_up(
    login: Login, claims: dict[str, Any], begun: SignIn, browser: Browser
) -> SignedIn | Refusal:
    """The same person, in the same session, has just shown who she is (OpenID Connect 3.1.2.1)."""
    live: Live | None = None
    if browser.session is not None:
        live = await web_state.find_session(login.house, browser.session, login.limits)
    if live is None or live.session.id_hash != begun.stepping_up:
        return NOT_BEGUN
    if (live.session.issuer, live.session.sub) != (begun.issuer, claims["sub"]):
        return OTHER_PERSON
    strong_enough = login.acr in ("", claims.get("acr"))
    if not strong_enough or not _is_fresh(claims.get("auth_time"), begun):
        return NOT_CONFIRMED
    confirmed = await web_state.step_up(login.house, live)
    if confirmed is None:
        return NOT_BEGUN
    return SignedIn(confirmed, begun.next_path, begun.language, stepped_up=True)


def _is_fresh(auth_time: Any, begun: SignIn) -> bool:
    """She showed who she is after she was asked to; clocks may differ by seconds."""
    if not isinstance(auth_time, int) or isinstance(auth_time, bool):
        return False
    return auth_time >= (begun.begun - timedelta(seconds=5)).timestamp()
