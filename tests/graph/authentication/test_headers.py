"""How a token may arrive, and how not (RFC 6750, 2; RFC 9110, 11)."""

from __future__ import annotations

import pytest

from tests.graph.authentication.scene import PARTNERS, Scene

MISSING, MALFORMED, BAD = (401, ""), (400, "invalid_request"), (401, "invalid_token")


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", "bEaReR", "Bearer  "])
async def test_the_scheme_has_no_case(scene: Scene, scheme: str) -> None:
    token = await scene.issuer.machine()
    answer = await scene.send([("Authorization", f"{scheme} {token}")])
    assert (answer.status, answer.told["subject"]) == (200, PARTNERS["hospital"])


async def test_what_is_no_bearer_token_is_refused(scene: Scene) -> None:
    token = await scene.issuer.machine()
    sent = {
        "nothing": ("", MISSING),
        "another scheme": ("Basic YW5lOmFuZQ==", MISSING),
        "a proof that we do not know": (f"DPoP {token}", MISSING),
        "no scheme": (token, MISSING),
        "no space": (f"Bearer{token}", MISSING),
        "a scheme that looks alike": (f"Bearer: {token}", MISSING),
        "two schemes": (f"Basic x, Bearer {token}", MISSING),
        "no token": ("Bearer", MALFORMED),
        "a tab": (f"Bearer\t{token}", MALFORMED),
        "two tokens": (f"Bearer {token} {token}", MALFORMED),
        "two tokens in a list": (f"Bearer {token}, Bearer {token}", MALFORMED),
        "quotes": (f'Bearer "{token}"', BAD),
        "a name": (f"Bearer token={token}", BAD),
        "a comma": (f"Bearer {token},", BAD),
    }
    found = {}
    for name, (value, _) in sent.items():
        found[name] = (await scene.send([("Authorization", value)])).denied[:2]
    assert found == {name: expected for name, (_, expected) in sent.items()}


async def test_letters_beyond_ascii_are_refused(scene: Scene) -> None:
    token = await scene.issuer.machine()
    for value in (f"Bearer {token}ñ", f"Bearér {token}", f"Bearer\u00a0{token}"):
        sent = await scene.http.post(
            scene.api, headers=[(b"Authorization", value.encode("latin-1"))]
        )
        assert sent.status_code in (400, 401)


async def test_two_headers_are_one_too_many(scene: Scene) -> None:
    token = await scene.issuer.machine()
    person = await scene.issuer.person()
    for first, second in ((token, token), (token, person), (token, "x"), ("x", token)):
        headers = [("Authorization", f"Bearer {one}") for one in (first, second)]
        answer = await scene.send(headers)
        assert answer.denied == (*MALFORMED, "headers")


async def test_a_token_in_an_address_a_form_or_a_cookie_is_not_looked_at(scene: Scene) -> None:
    token = await scene.issuer.person()
    answers = [
        await scene.send([], {"access_token": token, "do": "opt-out"}),
        await scene.send([], {"do": "opt-out"}, data={"access_token": token}),
        await scene.send([], {"do": "opt-out"}, json={"access_token": token}),
        await scene.send([("Cookie", f"access_token={token}")], {"do": "opt-out"}),
        await scene.send([("X-Authorization", f"Bearer {token}")], {"do": "opt-out"}),
        await scene.send([("Proxy-Authorization", f"Bearer {token}")], {"do": "opt-out"}),
    ]
    for answer in answers:
        assert answer.told["subject"] == "public"
        assert answer.told["done"] == ["not-allowed", "default"]


async def test_a_huge_token_is_refused_before_it_is_read(scene: Scene) -> None:
    for size, part in ((8193, "size"), (30_000, "size")):
        answer = await scene.ask("e" * size)
        assert answer.denied == (*BAD, part)
