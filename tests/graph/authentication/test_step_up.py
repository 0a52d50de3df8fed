"""Identity confirmed anew, as the token says it: strongly enough, and not long ago."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.graph.authentication.forging import Forgery, opened
from tests.graph.authentication.issuers import PEOPLE_SCOPES
from tests.graph.authentication.scene import Scene, now

LASTS = 300


async def confirmed(scene: Scene) -> str:
    """A token for which Ane has just shown who she is."""
    asked = {"acr_values": scene.issuer.acr, "prompt": "login"} if scene.issuer.acr else {}
    return await scene.issuer.person("ane", PEOPLE_SCOPES, **asked)


async def stepped_up(scene: Scene, token: str) -> object:
    answer = await scene.ask(token)
    assert answer.status == 200
    return answer.told["stepped_up"]


async def test_it_counts_for_as_long_as_in_the_portal(scene: Scene) -> None:
    honest = await confirmed(scene)
    assert await stepped_up(scene, honest) is True
    long = Forgery(claims={"exp": now() + 3 * LASTS}).of(honest, scene.issuer.signing())
    scene.clock.moved = timedelta(seconds=LASTS - 60)
    assert await stepped_up(scene, long) is True
    scene.clock.moved = timedelta(seconds=LASTS + 5)
    assert await stepped_up(scene, long) is False, "the token is good for a while more"


async def test_a_confirmation_that_is_shown_again_too_late_is_none(scene: Scene) -> None:
    """A fresh token about an old confirmation: as from a refresh, or a long session there."""
    token = await confirmed(scene)
    told = opened(token)[1]
    old = Forgery(claims={"auth_time": now() - LASTS - 1, "exp": told["exp"] + 600})
    assert await stepped_up(scene, old.of(token, scene.issuer.signing())) is False


@pytest.mark.parametrize("auth_time", [None, "now", True, 1e12, 10**12, -1, [], {"at": 1}])
async def test_a_confirmation_at_no_time_is_none(scene: Scene, auth_time: Any) -> None:
    token = await confirmed(scene)
    forged = Forgery(claims={"auth_time": auth_time}).of(token, scene.issuer.signing())
    assert await stepped_up(scene, forged) is False


async def test_a_confirmation_in_the_future_is_none(scene: Scene) -> None:
    token = await confirmed(scene)
    for ahead, expected in ((20, True), (90, False)):
        forged = Forgery(claims={"auth_time": now() + ahead}).of(token, scene.issuer.signing())
        assert await stepped_up(scene, forged) is expected


async def test_signing_in_alone_confirms_nothing_where_more_is_asked(scene: Scene) -> None:
    once = await scene.issuer.person("ane")
    assert await stepped_up(scene, once) is not bool(scene.issuer.acr)


@pytest.mark.parametrize("acr", [None, "", "0", "urn:baimena:demo:one-click", ["x"], 1])
async def test_a_weaker_confirmation_is_none_where_one_is_named(scene: Scene, acr: Any) -> None:
    token = await confirmed(scene)
    forged = Forgery(claims={"acr": acr}).of(token, scene.issuer.signing())
    assert await stepped_up(scene, forged) is not bool(scene.issuer.acr)


async def test_a_machine_confirms_nothing(scene: Scene) -> None:
    assert await stepped_up(scene, await scene.issuer.machine()) is False
    told = {"auth_time": now(), "acr": scene.issuer.acr or "x"}
    forged = Forgery(claims=told).of(await scene.issuer.machine(), scene.issuer.signing())
    assert (await scene.ask(forged)).denied == (401, "invalid_token", "sub")
