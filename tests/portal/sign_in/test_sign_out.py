"""Signing out, here and at the provider; and logout tokens that nobody should believe."""

from __future__ import annotations

import time
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2

from portal.login import BACK_CHANNEL_PATH
from tests.portal.sign_in.browser import refusal
from tests.portal.sign_in.conftest import Scene

NOW = int(time.time())
EVENT = "http://schemas.openid.net/event/backchannel-logout"
FORGED: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "not signed": ({}, {"how": "none"}, "signature"),
    "signed with the public key as a secret": ({}, {"how": "symmetric"}, "signature"),
    "signed by another": ({}, {"how": "foreign"}, "signature"),
    "a key of its own in the header": ({}, {"how": "embedded"}, "signature"),
    "an unknown key": ({}, {"header": {"kid": "another"}}, "kid"),
    "an access token": ({}, {"header": {"typ": "at+jwt"}}, "type"),
    "of another issuer": ({"iss": "https://attacker.example"}, {}, "iss"),
    "for another client": ({"aud": "another"}, {}, "aud"),
    "expired": ({"exp": NOW - 3600}, {}, "exp"),
    "good for ever": ({"exp": NOW + 10**9}, {}, "exp"),
    "without an end": ({"exp": None}, {}, "exp"),
    "of the future": ({"iat": NOW + 3600}, {}, "iat"),
    "without a time": ({"iat": None}, {}, "iat"),
    "without an id": ({"jti": None}, {}, "jti"),
    "about no event": ({"events": None}, {}, "events"),
    "about another event": ({"events": {"https://x.example": {}}}, {}, "events"),
    "about a list of events": ({"events": [EVENT]}, {}, "events"),
    "about nothing of an event": ({"events": {EVENT: None}}, {}, "events"),
    "an id token": ({"nonce": "x"}, {}, "nonce"),
    "about nobody": ({"sub": None}, {}, "sid"),
}


async def told(scene: Scene, token: str | None) -> httpx2.Response:
    form = {} if token is None else {"logout_token": token}
    return await scene.ane.http.post(scene.ane.portal + BACK_CHANNEL_PATH, data=form)


async def test_she_signs_out_here_and_at_the_provider(scene: Scene) -> None:
    elsewhere = scene.visitor()
    await elsewhere.sign_in()
    await scene.ane.sign_in()
    lost = str(scene.ane.cookie)
    leaving = await scene.ane.http.post(f"{scene.ane.portal}/sign-out")
    asked = parse_qs(urlsplit(leaving.headers["location"]).query)
    assert set(asked) == {"client_id", "post_logout_redirect_uri", "ui_locales"}
    assert await scene.ane.am() == {}
    scene.ane.plant("baimena-demo", lost)
    assert await scene.ane.am() == {}, "a session that was ended cannot be used again"
    back = await scene.ane.at_provider(leaving.headers["location"])
    assert back.partition("?")[0] == f"{scene.ane.portal}/signed-out"
    assert (await elsewhere.am())["subject"]


async def test_the_provider_tells_us_when_she_signs_out_there(scene: Scene) -> None:
    elsewhere = scene.visitor()
    await elsewhere.sign_in()
    await scene.ane.sign_in()
    leaving = f"{scene.provider.issuer}{_end_session(scene)}"
    page = await scene.ane.http.get(leaving)
    await scene.ane.send(page)
    assert await scene.ane.am() == {}
    assert (await elsewhere.am())["subject"], "another browser is another session there"


def _end_session(scene: Scene) -> str:
    return "/end-session" if scene.provider.acr else "/session/end"


async def test_a_forged_logout_token_is_refused_for_what_is_wrong_with_it(scene: Scene) -> None:
    await scene.ane.sign_in()
    found = {}
    for forged, (changes, made, _) in FORGED.items():
        claims = scene.forger.logout_claims(**{"sub": "ane"} | changes)
        found[forged] = refusal(await told(scene, scene.forger.token(claims, **made)))
    expected = {name: ("logout-token-invalid", (fault,)) for name, (*_, fault) in FORGED.items()}
    assert found == expected
    assert (await scene.ane.am())["subject"]


async def test_what_is_no_token_at_all_is_refused(scene: Scene) -> None:
    for token in (None, "", "x", "a.b.c", "é" * 100, "x" * 200_000):
        code, _ = refusal(await told(scene, token))
        assert code == "logout-token-invalid"


async def test_an_id_token_is_no_logout_token(scene: Scene) -> None:
    kept = scene.overhear()
    await scene.ane.sign_in()
    code, _ = refusal(await told(scene, kept[0]["id_token"]))
    assert code == "logout-token-invalid"
    assert (await scene.ane.am())["subject"]


async def test_a_logout_token_works_once(scene: Scene) -> None:
    await scene.ane.sign_in()
    token = scene.forger.token(scene.forger.logout_claims(sub="ane"), header={"typ": "logout+jwt"})
    assert (await told(scene, token)).json() == {"ended": 1}
    assert await scene.ane.am() == {}
    await scene.ane.sign_in()
    assert refusal(await told(scene, token)) == ("logout-token-invalid", ("jti",))
    assert (await scene.ane.am())["subject"]


async def test_a_logout_token_about_somebody_else_ends_nothing_of_hers(scene: Scene) -> None:
    await scene.ane.sign_in()
    token = scene.forger.token(scene.forger.logout_claims(sub="benat", sid="x"))
    assert (await told(scene, token)).json() == {"ended": 0}
    assert (await scene.ane.am())["subject"]


async def test_a_cookie_that_was_tampered_with_is_nobodys(scene: Scene) -> None:
    await scene.ane.sign_in()
    own = str(scene.ane.cookie)
    changed = own[:-1] + ("A" if own[-1] != "A" else "B")
    digest = sha256(own.encode()).hexdigest()
    for tampered in (changed, own[:-1], own + "A", own.upper(), digest, '"', ""):
        scene.ane.plant("baimena-demo", tampered)
        assert await scene.ane.am() == {}
