"""A provider changes its keys while tokens are about (the demo's: it can be told to)."""

from __future__ import annotations

import pytest

from graph.authentication.keys import REMEMBERED
from tests.graph.authentication.issuers import Issuer
from tests.graph.authentication.scene import Scene


@pytest.fixture
def issuer(demo: Issuer) -> Issuer:
    """Only the demo's."""
    return demo


async def test_tokens_of_the_old_and_of_the_new_key_are_good(scene: Scene) -> None:
    old = await scene.issuer.machine()
    assert (await scene.ask(old)).status == 200
    scene.issuer.rotate()
    new = await scene.issuer.machine()
    assert [(await scene.ask(token)).status for token in (new, old)] == [200, 200]


async def test_a_token_of_a_key_that_was_taken_back_is_refused(scene: Scene) -> None:
    old = await scene.issuer.machine()
    assert (await scene.ask(old)).status == 200
    for _ in range(3):
        scene.issuer.rotate()
    assert (await scene.ask(await scene.issuer.machine())).status == 200
    scene.a_moment_later()
    assert (await scene.ask(old)).denied == (401, "invalid_token", "kid")


async def test_it_is_refused_in_some_minutes_even_if_no_other_token_comes(scene: Scene) -> None:
    old = await scene.issuer.machine()
    assert (await scene.ask(old)).status == 200
    for _ in range(3):
        scene.issuer.rotate()
    scene.elapsed[0] += REMEMBERED + 1
    assert (await scene.ask(old)).denied == (401, "invalid_token", "kid")
