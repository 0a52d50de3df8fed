"""Whose a token is, remembered for a moment: that saves work, and gives nobody a right."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from governance.lives.programme.partners import ChangePartnerScopes, EndPartner, PartnerScope
from governance.lives.programme.staff import EndStaff
from governance.vocabulary.people import Role
from graph.authentication import memory, who
from graph.authentication.memory import LASTS, Memory, Recognised
from tests.contracts.entries import ANE, BEÑAT
from tests.graph.authentication.forging import Forgery
from tests.graph.authentication.issuers import Issuer
from tests.graph.authentication.scene import PARTNERS, Scene

BAD = (401, "invalid_token")


@pytest.fixture
def issuer(demo: Issuer) -> Issuer:
    """The demo's is enough."""
    return demo


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the database was asked."""
    asked: list[str] = []

    def counting(name: str) -> None:
        original = getattr(who, name)

        async def counted(*args: Any) -> Any:
            asked.append(name)
            return await original(*args)

        monkeypatch.setattr(who, name, counted)

    counting("partner_of")
    counting("known_person")
    return asked


async def test_a_token_is_looked_up_once_in_a_moment(scene: Scene, looked_up: list[str]) -> None:
    token = await scene.issuer.person()
    for _ in range(5):
        assert (await scene.ask(token)).told["subject"] == ANE
    assert looked_up == ["partner_of", "known_person"]
    scene.a_moment_later()
    assert (await scene.ask(token)).told["subject"] == ANE
    assert looked_up == ["partner_of", "known_person"] * 2


async def test_a_token_that_was_refused_is_looked_at_each_time(scene: Scene) -> None:
    token = await scene.issuer.person("benat")
    assert (await scene.ask(token)).denied == (*BAD, "sub")
    await scene.link("benat", BEÑAT)
    assert (await scene.ask(token)).told["subject"] == BEÑAT


async def test_a_token_that_ends_is_over_at_once(scene: Scene) -> None:
    token = await scene.issuer.machine()
    assert (await scene.ask(token)).status == 200
    scene.clock.moved = timedelta(hours=1)
    assert (await scene.ask(token)).denied == (*BAD, "exp")


async def test_a_token_that_resembles_a_remembered_one_is_another(scene: Scene) -> None:
    token = await scene.issuer.machine()
    assert (await scene.ask(token)).status == 200
    forged = Forgery(how="for something else", claims={"jti": "another"})
    assert (await scene.ask(forged.of(token, scene.issuer.signing()))).denied == (*BAD, "signature")


async def test_a_partner_that_ended_does_nothing_in_that_moment(scene: Scene) -> None:
    token = await scene.issuer.machine()
    assert (await scene.ask(token, "follow")).told["done"] is True
    await scene.do(EndPartner(partner_id=PARTNERS["hospital"]))
    assert (await scene.ask(token, "follow")).told["done"] == "not-found"


async def test_scopes_that_were_taken_away_are_of_no_use_in_that_moment(scene: Scene) -> None:
    token = await scene.issuer.machine()
    assert (await scene.ask(token, "follow")).told["done"] is True
    fewer = frozenset({PartnerScope.VERDICTS})
    await scene.do(ChangePartnerScopes(partner_id=PARTNERS["hospital"], scopes=fewer))
    assert (await scene.ask(token, "follow")).told["done"] == "not-found"


async def test_a_role_that_ended_is_of_no_use_in_that_moment(scene: Scene) -> None:
    await scene.link("benat", BEÑAT)
    await scene.appoint(BEÑAT, Role.STEWARD)
    token = await scene.issuer.person("benat")
    assert (await scene.ask(token, "appoint")).told["done"] is True
    await scene.do(EndStaff(person=BEÑAT, role=Role.STEWARD))
    assert (await scene.ask(token, "appoint")).told["done"] == ["not-allowed", "default"]


def test_it_forgets_and_never_grows_beyond_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 3)
    elapsed = [0.0]
    one, found = Memory(lambda: elapsed[0]), Recognised(None, ANE, frozenset())  # type: ignore[arg-type]
    for number in range(10):
        one.keep(str(number), found)
        assert len(one._known) <= 3
    assert one.of("9") is found
    assert one.of("1") is None
    elapsed[0] = LASTS
    assert one.of("9") is None
