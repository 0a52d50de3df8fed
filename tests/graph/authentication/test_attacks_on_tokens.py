"""Forged access tokens, against both issuers, signed by their own keys where they are signed.

Each is refused for what is wrong with it, in words that do not tell what that is, over HTTP, and
nothing is written.
"""

from __future__ import annotations

import pytest

from tests.graph.authentication.forgeries import FORGERIES
from tests.graph.authentication.forging import Forgery, opened, signed
from tests.graph.authentication.issuers import ELSEWHERE
from tests.graph.authentication.scene import Scene

BAD = (401, "invalid_token")


async def genuine(scene: Scene, kind: str) -> str:
    """An honest token, and proof that it is one."""
    token = await (scene.issuer.person() if kind == "person" else scene.issuer.machine())
    assert (await scene.ask(token)).status == 200
    return token


@pytest.mark.parametrize("kind", ["person", "machine"])
async def test_a_forged_token_is_refused_for_what_is_wrong_with_it(scene: Scene, kind: str) -> None:
    token, key = await genuine(scene, kind), scene.issuer.signing()
    found = {}
    for name, (forgery, _) in FORGERIES.items():
        scene.elapsed[0] += 31  # a key that is not known may be asked for each time
        found[name] = (await scene.ask(forgery.of(token, key), do="appoint")).denied
    assert found == {name: (*BAD, part) for name, (_, part) in FORGERIES.items()}


async def test_the_forger_is_believed_where_nothing_is_forged(scene: Scene) -> None:
    for kind in ("person", "machine"):
        token = await genuine(scene, kind)
        assert (await scene.ask(Forgery().of(token, scene.issuer.signing()))).status == 200


@pytest.mark.parametrize("kind", ["person", "machine"])
async def test_a_token_with_anything_cut_or_added_is_refused(scene: Scene, kind: str) -> None:
    token = await genuine(scene, kind)
    head, body, signature = token.split(".")
    last = "A" if signature[-2] != "A" else "B"
    broken = {
        "the end cut": (token[:-4], "signature"),
        "the signature cut": (f"{head}.{body}", "form"),
        "the signature changed": (
            f"{head}.{body}.{signature[:-2]}{last}{signature[-1]}",
            "signature",
        ),
        "the signature twice": (f"{token}.{signature}", "form"),
        "the body cut": (f"{head}.{body[:-4]}.{signature}", "signature"),
        "no head": (f".{body}.{signature}", "form"),
        "a head that is nothing": (f"bnVsbA.{body}.{signature}", "form"),
        "a head too deep": (f"{'W1tb' * 1000}.{body}.{signature}", "form"),
        "encrypted": (f"{token}.a.b", "form"),
        "percent signs": (token.replace(".", "%2E"), "form"),
        "much too long": (f"{head}.{body}{'A' * 9000}.{signature}", "size"),
        "a word": ("token", "form"),
    }
    found = {name: (await scene.ask(one)).denied for name, (one, _) in broken.items()}
    assert found == {name: (*BAD, part) for name, (_, part) in broken.items()}


async def test_other_tokens_of_the_provider_are_no_access_tokens(scene: Scene) -> None:
    every = await scene.issuer.all_for("ane", "openid read")
    assert (await scene.ask(every["id_token"])).denied == (*BAD, "typ")
    assert "refresh_token" not in every
    if scene.issuer.kind == "node":
        more = await scene.issuer.all_for("ane", "openid read offline_access", prompt="consent")
        assert (await scene.ask(more["refresh_token"])).denied == (*BAD, "form")
        other = await scene.issuer.all_for("ane", "openid read", resource=ELSEWHERE)
        assert (await scene.ask(other["access_token"])).denied == (*BAD, "form"), "it is opaque"


async def test_an_id_token_signed_anew_as_an_access_token_is_for_the_program(scene: Scene) -> None:
    every = await scene.issuer.all_for("ane", "openid read")
    claims = opened(every["id_token"])[1] | {"client_id": "app", "jti": "x", "scope": "read"}
    head = opened(every["access_token"])[0]
    token = signed(head, claims, scene.issuer.signing())
    assert (await scene.ask(token)).denied == (*BAD, "aud")


async def test_no_two_denials_can_be_told_apart(scene: Scene) -> None:
    token, key = await genuine(scene, "person"), scene.issuer.signing()
    told = set()
    for name in (
        "signed by a stranger",
        "that is over",
        "about somebody unknown",
        "of an unknown key",
    ):
        answer = await scene.ask(FORGERIES[name][0].of(token, key))
        told.add((answer.status, str(answer.told), answer.challenge))
    assert len(told) == 1
