"""Facts gathered for a population equal those folded from each citizen's own streams."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from governance.eligibility.asked import Asked
from governance.eligibility.population import gather
from governance.eligibility.reader import Reader
from governance.eligibility.streams import citizen_facts
from governance.lives.consents.words import SheetVersion
from governance.policy.release_facts import CitizenFacts
from governance.storage import ledger
from governance.storage.database import Database
from governance.storage.projections import clear, contents, project
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import SubjectId
from tests.contracts.entries import START
from tests.eligibility.chance import CELLS, DAYS, SHEET, Chance

PEOPLE = 60
ASKED = Asked(
    instant=Instant(0, START),
    cells=CELLS,
    study="study",
    cut_off=START - timedelta(days=DAYS // 2),
    sheet_majors={SHEET: 2},
    genetic_sheets=frozenset({SheetVersion(SHEET, 2, 1)}),
    family_linked=True,
)
DAYS_ASKED = (-DAYS // 2, -30, 0, DAYS)
Facts = dict[SubjectId, CitizenFacts]


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated database of its own."""
    found = Database(database_url)
    yield found
    await found.close()


async def filled(database: Database, chance: Chance) -> int:
    """Everything they did, some entries at a time; how many entries there are."""
    entries = chance.entries()
    for first in range(0, len(entries), 50):
        async with database.writing() as session:
            recorded = await ledger.append(session, entries[first : first + 50])
            await project(session, recorded)
    return len(entries)


async def folded(database: Database, people: list[SubjectId], asked: Asked) -> Facts:
    """Each from her streams; the facts of nobody are left out, as gathering leaves them out."""
    async with database.reading() as session:
        reader = Reader(session, up_to=asked.instant.position)
        return {who: await citizen_facts(reader, who, asked) for who in people}


@pytest.mark.parametrize("seed", range(2))
async def test_gathered_facts_are_the_fold_of_the_streams_at_any_instant(
    database: Database, seed: int
) -> None:
    """What was known early and late, and what counts early and late, in one look and in a list."""
    chance = Chance(seed, PEOPLE)
    end = await filled(database, chance)
    for position in (end, end - 3, end // 2):
        for days in DAYS_ASKED:
            instant = Instant(position, START + timedelta(days=days))
            linked = replace(ASKED, instant=instant)
            for asked in (linked, replace(linked, family_linked=False, cells=CELLS[1:2])):
                one_by_one = await folded(database, chance.people, asked)
                async with database.reading() as session:
                    everyone = await gather(session, asked)
                    listed = await gather(session, asked, chance.people[::7])
                assert everyone, "nobody was gathered"
                assert everyone == {who: one_by_one[who] for who in everyone}
                assert listed == {who: everyone[who] for who in listed}
                unknown = set(chance.people) - set(everyone)
                assert not any(one_by_one[who].identity_known for who in unknown)


async def test_stances_made_anew_are_those_that_were_kept(database: Database) -> None:
    """Entry by entry or all at once, each citizen comes to stand where she stood."""
    end = await filled(database, Chance(9, PEOPLE))
    async with database.writing() as session:
        kept = await contents(session)
        await clear(session)
        await project(session, await ledger.read_from(session, 1, limit=end))
        assert await contents(session) == kept
        assert kept[0], "nobody stands anywhere"
