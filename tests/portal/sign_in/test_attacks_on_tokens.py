"""Id tokens that are not what they should be, from a token endpoint that somebody got hold of.

Each is tried over HTTP against both providers, signed by their own keys where it is signed.
Sources: OpenID Connect Core 1.0, 3.1.3.7; RFC 8725; OWASP ASVS 5.0, 9.
"""

from __future__ import annotations

import time
from typing import Any

from tests.portal.sign_in.browser import refusal
from tests.portal.sign_in.conftest import Scene

NOW = int(time.time())
HOUR = 3600
FORGED: dict[str, tuple[dict[str, Any], str]] = {
    "no id token": ({"how": "missing"}, "missing"),
    "not signed": ({"how": "none"}, "signature"),
    "signed with the public key as a secret": ({"how": "symmetric"}, "signature"),
    "signed with a key of its own": ({"how": "foreign"}, "signature"),
    "a key of its own in the header": ({"how": "embedded"}, "signature"),
    "a key of its own, under its own id": ({"how": "embedded, own id"}, "kid"),
    "changed after it was signed": ({"how": "tampered"}, "signature"),
    "of the type of access tokens": ({"header": {"typ": "at+jwt"}}, "type"),
    "an unknown key": ({"header": {"kid": "another"}}, "kid"),
    "a path as the id of its key": ({"header": {"kid": "../../etc/passwd"}}, "kid"),
    "the address of a key": ({"header": {"jku": "https://attacker.example/jwks"}}, "header"),
    "a certificate's address": ({"header": {"x5u": "https://attacker.example/x"}}, "header"),
    "another type": ({"header": {"typ": "logout+jwt"}}, "type"),
    "another nonce": ({"claims": {"nonce": "x" * 43}}, "nonce"),
    "no nonce": ({"claims": {"nonce": None}}, "nonce"),
    "another issuer": ({"claims": {"iss": "https://attacker.example"}}, "iss"),
    "no issuer": ({"claims": {"iss": None}}, "iss"),
    "another audience": ({"claims": {"aud": "another"}}, "aud"),
    "no audience": ({"claims": {"aud": None}}, "aud"),
    "several audiences, for nobody": ({"claims": {"aud": ["baimena", "x"], "azp": None}}, "azp"),
    "for another party": ({"claims": {"azp": "another"}}, "azp"),
    "expired": ({"claims": {"exp": NOW - HOUR}}, "exp"),
    "without an end": ({"claims": {"exp": None}}, "exp"),
    "an end that is no time": ({"claims": {"exp": "soon"}}, "exp"),
    "not valid yet": ({"claims": {"nbf": NOW + HOUR}}, "nbf"),
    "issued in the future": ({"claims": {"iat": NOW + HOUR}}, "iat"),
    "issued before it was asked for": ({"claims": {"iat": NOW - HOUR}}, "iat"),
    "of another access token": ({"claims": {"at_hash": "x"}}, "at_hash"),
    "of something that is no access token": ({"claims": {"at_hash": 7}}, "at_hash"),
    "about nobody": ({"claims": {"sub": ""}}, "sub"),
    "about something": ({"claims": {"sub": 7}}, "sub"),
}


async def test_a_forged_token_is_refused_for_what_is_wrong_with_it(scene: Scene) -> None:
    found = {}
    for forged, (changes, _) in FORGED.items():
        scene.answer_with(**changes)
        found[forged] = refusal(await scene.ane.sign_in())
        assert await scene.ane.am() == {}, forged
    expected = {
        forged: ("sign-in-answer-invalid", (fault,)) for forged, (_, fault) in FORGED.items()
    }
    assert found == expected


async def test_an_access_token_is_no_id_token(scene: Scene) -> None:
    scene.answer_with(how="access token")
    code, (fault,) = refusal(await scene.ane.sign_in())
    assert code == "sign-in-answer-invalid"
    assert fault in ("type", "signature"), "some are tokens of the same kind, some are opaque"


async def test_the_forger_is_believed_where_nothing_is_forged(scene: Scene) -> None:
    scene.answer_with()
    assert (await scene.ane.sign_in()).status_code == 303


async def test_the_tokens_of_another_sign_in_are_refused(scene: Scene) -> None:
    kept = scene.overhear()
    await scene.ane.sign_in()
    scene.answer_with(instead=kept[0])
    other = scene.visitor("benat")
    assert refusal(await other.sign_in()) == ("sign-in-answer-invalid", ("nonce",))
    assert await other.am() == {}


async def test_tokens_of_another_provider_are_refused(scene: Scene) -> None:
    elsewhere = "https://other.example"
    scene.answer_with(how="foreign", claims={"iss": elsewhere})
    assert refusal(await scene.ane.sign_in()) == ("sign-in-answer-invalid", ("signature",))
