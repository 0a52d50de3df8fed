"""Somebody entered twice is one person: her acts, mandates, measures and relatives are joined."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from governance.eligibility.asked import Asked
from governance.eligibility.population import gather
from governance.eligibility.reader import Reader
from governance.eligibility.relations import relations_to
from governance.eligibility.streams import citizen_facts
from governance.lives import citizens, consents
from governance.lives.citizens import events as entered
from governance.lives.citizens.words import Kinship, KinshipKind
from governance.lives.consents import events as happened
from governance.lives.consents.words import Given, Says, SheetVersion
from governance.policy.release_facts import CitizenFacts
from governance.storage import driver, ledger
from governance.storage.database import Database
from governance.storage.projections import project
from governance.vocabulary.answers import CellAnswer, Relatives
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import Capacity, Channel, Language, SubjectId
from governance.vocabulary.purposes import Cell
from governance.vocabulary.relations import Relation
from tests.contracts.entries import ANE, BEÑAT, DESK, OF_ANE, OF_BEÑAT, START, later, registered

MIREN, PARENT = SubjectId("c" * 32), SubjectId("e" * 32)
OF_MIREN = f"citizens/{MIREN}"
CELL = Cell.parse("scientific-research:clinical:public-research")
SHEET = SheetVersion("0" * 32, 1, 0)
BY: dict[str, Any] = {"by": DESK, "at": later(2)}
ASKED = Asked(
    instant=Instant(0, later(60)),
    cells=(CELL,),
    study="study",
    cut_off=later(50),
    sheet_majors={SHEET.sheet_id: 1},
    genetic_sheets=frozenset({SHEET}),
    family_linked=True,
)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated database of its own."""
    found = Database(database_url)
    yield found
    await found.close()


def allowed(who: SubjectId, *, giver: SubjectId, capacity: Capacity) -> tuple[str, Event]:
    """A choice for the cell."""
    given = Given(giver=giver, capacity=capacity, channel=Channel.DESK, effective_at=later(2))
    choice = happened.ChoiceRecorded(
        given=given, cells=frozenset({CELL}), says=Says.ALLOW, sheet=SHEET,
        language=Language.BASQUE, valid_until=None, minor_took_part=None, **BY,
    )  # fmt: skip
    return f"{consents.NAME}/{who}", choice


def merged(duplicate: SubjectId, survivor: SubjectId) -> list[tuple[str, Event]]:
    """Two entries become one."""
    gone = entered.CitizenMerged(survivor=survivor, with_duplicates=frozenset(), **BY)
    joined = entered.DuplicateJoined(duplicate=duplicate, **BY)
    return [(f"{citizens.NAME}/{duplicate}", gone), (f"{citizens.NAME}/{survivor}", joined)]


def related(stream: str, relative: SubjectId) -> tuple[str, Event]:
    """A sibling is declared."""
    kinship = text(str(Kinship(KinshipKind.SIBLING, relative)))
    return stream, entered.KinshipDeclared(kinship=kinship, **BY)


async def both(database: Database, entries: list[tuple[str, Event]]) -> CitizenFacts:
    """Beñat's facts, which both ways of gathering agree about."""
    async with database.writing() as session:
        recorded = await ledger.append(session, entries)
        await project(session, recorded)
    asked = replace(ASKED, instant=Instant(len(entries), later(60)))
    async with database.reading() as session:
        folded = await citizen_facts(Reader(session), BEÑAT, asked)
        gathered = await gather(session, asked)
        alone = await gather(session, asked, [BEÑAT])
    assert gathered[BEÑAT] == folded == alone[BEÑAT]
    assert ANE not in gathered, "a merged entry is nobody"
    return folded


EVERYBODY = [
    registered(file_number="1"),
    registered(OF_BEÑAT, file_number="2"),
    registered(OF_MIREN, file_number="3"),
]


async def test_support_recorded_on_the_duplicate_counts_for_the_survivor(
    database: Database,
) -> None:
    """The measure, the mandate and what was said under it come from the merged entry."""
    mandate = entered.RepresentativeAppointed(
        representative=PARENT, capacity=Capacity.SUPPORT, since=date(2020, 1, 1), until=None, **BY
    )
    measure = entered.ProtectionRecorded(since=date(2020, 1, 1), **BY)
    said = allowed(ANE, giver=PARENT, capacity=Capacity.SUPPORT)
    entries = [*EVERYBODY, (OF_ANE, measure), (OF_ANE, mandate), said, *merged(ANE, BEÑAT)]

    facts = await both(database, entries)

    assert facts.protected_adult is True
    assert facts.mandate_in_force is True
    assert facts.cells == (CellAnswer.ALLOWED,)
    async with database.reading() as session:
        stands = await relations_to(
            Reader(session), PARENT, (citizens.NAME, BEÑAT), at=START + timedelta(days=1)
        )
    assert stands is not None
    assert Relation.SUPPORT in stands


async def test_a_relative_declared_on_the_duplicate_has_to_allow_too(database: Database) -> None:
    """Miren has said nothing, so family-linked data stay."""
    entries = [*EVERYBODY, related(OF_ANE, MIREN), *merged(ANE, BEÑAT)]

    assert (await both(database, entries)).relatives is Relatives.SOME_MISSING


async def test_a_relative_entered_twice_is_asked_as_the_entry_that_lives_on(
    database: Database,
) -> None:
    """Beñat's sibling is Ane, who was merged into Miren: Miren's answer counts."""
    said = allowed(MIREN, giver=MIREN, capacity=Capacity.SELF)
    entries = [*EVERYBODY, related(OF_BEÑAT, ANE), said, *merged(ANE, MIREN)]

    assert (await both(database, entries)).relatives is Relatives.ALL_ALLOW


async def test_nobody_is_her_own_relative(database: Database) -> None:
    """Two entries that were declared siblings turn out to be one person."""
    entries = [*EVERYBODY, related(OF_BEÑAT, ANE), *merged(ANE, BEÑAT)]

    assert (await both(database, entries)).relatives is Relatives.NONE_DECLARED


async def test_many_that_were_merged_are_read_together(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list costs the same statements however many of its people were entered twice."""
    pairs = [(SubjectId(f"{n:032x}"), SubjectId(f"{n + 1:032x}")) for n in range(2, 22, 2)]
    entries = [
        registered(f"{citizens.NAME}/{one}", file_number=str(one)) for pair in pairs for one in pair
    ]
    entries += [entry for gone, stays in pairs for entry in merged(gone, stays)]
    async with database.writing() as session:
        await project(session, await ledger.append(session, entries))
    asked = replace(ASKED, instant=Instant(len(entries), later(60)), family_linked=False)
    told: list[str] = []
    fetch = driver.fetch

    async def counted(session: Any, sql: str, *values: Any) -> list[Any]:
        told.append(sql)
        return await fetch(session, sql, *values)

    monkeypatch.setattr(driver, "fetch", counted)
    costs = []
    for some in (pairs[:1], pairs):
        async with database.reading() as session:
            found = await gather(session, asked, [stays for _, stays in some])
        assert len(found) == len(some)
        costs.append(len(told))
        told.clear()
    assert costs[0] == costs[1]
