"""The log of reads, refused ones too: for auditor and data protection officer alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.policy.visibility.fields import FIELDS
from governance.policy.visibility_facts import View
from governance.views.access_log import AccessLog, ReadShown
from governance.views.consents import Consents
from governance.views.paging import Part
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import Role, SubjectId
from tests.views.household import NOW, Household


async def some_reads(home: Household) -> None:
    """Ane reads her own record, the desk reads it, Jon tries to; the desk again on the next day."""
    question = Consents(home.people["ane"])
    await home.asks("ane", question)
    await home.asks("desk", question)
    await home.finds_nothing("jon", question)
    home.cast.clock.set(NOW + timedelta(days=1))
    await home.asks("desk", question)


async def log(home: Household, question: AccessLog, by: str = "auditor") -> list[ReadShown]:
    return list((await home.asks(by, question)).rows)


def told(home: Household, rows: list[ReadShown]) -> list[tuple[str, bool | None]]:
    named = {home.people["ane"]: "ane", home.people["jon"]: "jon"}
    return [
        (named.get(one.reader.person.id, str(*one.reader.roles)) if one.reader else "", one.allowed)
        for one in rows
    ]


async def test_every_read_stands_there_refused_ones_too(home: Household) -> None:
    await some_reads(home)
    ane = home.people["ane"]

    rows = await log(home, AccessLog(about=("consents", ane)))

    desk = Role.DESK.value
    assert told(home, rows) == [(desk, True), ("jon", False), (desk, True), ("ane", True)]
    refused = rows[1]
    assert refused.shown == FIELDS[View.ACCESS_LOG]
    assert refused.act is Act.READ_CITIZEN_RECORD
    assert refused.about == ("consents", ane)
    assert refused.rules == ("default",)
    assert refused.reader is not None
    assert refused.reader.person.name is None


async def test_each_filter_leaves_what_fits(home: Household) -> None:
    await some_reads(home)
    jon, desk = home.people["jon"], home.cast.people["desk"]
    about = ("consents", home.people["ane"])

    assert len(await log(home, AccessLog(reader=jon))) == 1
    assert len(await log(home, AccessLog(reader=desk))) == 2
    assert len(await log(home, AccessLog(reader=desk, day=day_of(NOW)))) == 1
    assert len(await log(home, AccessLog(about=about, day=day_of(NOW)))) == 3
    assert len(await log(home, AccessLog(about=about, allowed=False))) == 1
    assert len(await log(home, AccessLog(act=Act.READ_CITIZEN_RECORD))) == 4
    assert await log(home, AccessLog(day=day_of(NOW - timedelta(days=7)))) == []
    assert await log(home, AccessLog(reader=SubjectId("nul\x00"))) == []
    own = await log(home, AccessLog(act=Act.READ_LEDGER, reader=home.cast.people["auditor"]))
    assert len(own) == 8


async def test_the_log_comes_newest_first_a_part_at_a_time(home: Household) -> None:
    await some_reads(home)
    about = AccessLog(about=("consents", home.people["ane"]))

    whole = await log(home, about, "protector")
    first = await home.asks("protector", replace(about, part=Part(size=3)))
    second = await home.asks("protector", replace(about, part=Part(first.next, 3)))

    assert [*first.rows, *second.rows] == whole
    assert second.next is None


async def test_as_of_a_time_nothing_later_is_shown(home: Household) -> None:
    await some_reads(home)
    position = (await home.now()).position
    about = AccessLog(about=("consents", home.people["ane"]))

    then = await home.asks("auditor", about, Instant(position, NOW + timedelta(hours=1)))

    assert len(then.rows) == 3


@pytest.mark.parametrize("reader", ["ane", "desk", "steward", "access-officer"])
async def test_nobody_else_reads_the_log(home: Household, reader: str) -> None:
    assert await home.finds_nothing(reader, AccessLog())
