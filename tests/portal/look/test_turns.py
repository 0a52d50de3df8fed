"""Whose turn a request was, read from its steps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from governance.views.timeline import QUALITIES, Step
from governance.vocabulary.people import Role
from portal.presenters.pictures.turns import PASSES_TO, Turn, turns

BEGIN = datetime(2026, 3, 1, 9, tzinfo=UTC)


def steps(*taken: tuple[int, str]) -> list[Step]:
    return [
        Step(number, BEGIN + timedelta(days=day), f"{code}.v1", Role.OFFICER)
        for number, (day, code) in enumerate(taken)
    ]


def test_a_request_goes_back_and_forth_until_it_is_decided() -> None:
    whole = steps(
        (0, "access-request.drafted"),
        (2, "access-request.edited"),
        (5, "access-request.submitted"),
        (6, "access-request.returned"),
        (9, "access-request.submitted"),
        (10, "access-request.complete"),
        (12, "access-request.sent-to-ethics"),
        (30, "ethics.decision-delivered"),
        (33, "access-request.decided"),
        (33, "permit.issued"),
    )
    found = turns(reversed(whole))
    assert [(one.turn, one.days(date(2027, 1, 1))) for one in found] == [
        (Turn.RESEARCHER, 5),
        (Turn.ACCESS_BODY, 1),
        (Turn.RESEARCHER, 3),
        (Turn.ACCESS_BODY, 3),
        (Turn.COMMITTEE, 18),
        (Turn.ACCESS_BODY, 3),
    ]


def test_the_last_stretch_lasts_until_somebody_hands_the_request_on() -> None:
    (one,) = turns(steps((0, "access-request.drafted"), (1, "access-request.edited")))
    assert (one.turn, one.last, one.days(date(2026, 3, 11))) == (Turn.RESEARCHER, None, 10)


def test_steps_that_nobody_is_shown_make_no_way() -> None:
    assert turns([]) == ()
    assert turns(steps((0, "permit.issued"))) == ()


def test_every_step_that_hands_on_is_one_that_is_told() -> None:
    assert set(PASSES_TO) <= set(QUALITIES)
