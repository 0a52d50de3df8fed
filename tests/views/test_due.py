"""What falls due by date is noted by the clock: once, and only where something ended."""

from __future__ import annotations

from datetime import UTC, date, datetime

from governance.lives.consents.words import Says
from governance.service.due import do_due
from governance.views.changes import Changes
from governance.vocabulary.people import SubjectId
from tests.views.household import CLINICAL, GENOMIC, Household

BIRTHDAY = datetime(2027, 2, 3, 9, tzinfo=UTC)
"""Nahia comes of age."""
NOTED = ("citizen.majority-noted.v1", "consent.expiry-noted.v1")


async def codes_by_person(home: Household) -> list[tuple[str, str]]:
    names = {subject: name for name, subject in home.people.items()}
    found = await home.asks("auditor", Changes(since=0, limit=500))
    return [(one.code, names[SubjectId(one.about[1])]) for one in found.rows if one.code in NOTED]


async def test_majority_and_last_days_are_noted_once_and_after_they_have_come(
    home: Household,
) -> None:
    last = date(2027, 2, 2)
    await home.says("jon", Says.ALLOW, GENOMIC, until=last)
    await home.says("jon", Says.ALLOW, CLINICAL)
    await home.says("ane", Says.ALLOW, GENOMIC, until=last)
    await home.says("ane", Says.REFUSE, GENOMIC)
    home.cast.clock.set(BIRTHDAY.replace(day=2))
    await do_due(home.cast.house)
    early = await codes_by_person(home)
    home.cast.clock.set(BIRTHDAY)

    done = await do_due(home.cast.house)
    again = await do_due(home.cast.house)

    assert early == []
    assert (done["note-majority"], done["note-expiry"]) == (1, 1)
    assert not again
    assert await codes_by_person(home) == [(NOTED[0], "nahia"), (NOTED[1], "jon")], (
        "what Ane said was replaced before it ended"
    )


async def test_the_last_day_of_a_later_answer_is_noted_too(home: Household) -> None:
    for day in (date(2026, 12, 1), date(2027, 2, 1)):
        await home.says("jon", Says.ALLOW, GENOMIC, until=day)
        home.cast.clock.set(datetime(day.year, day.month, day.day + 1, 9, tzinfo=UTC))
        assert (await do_due(home.cast.house))["note-expiry"] == 1
