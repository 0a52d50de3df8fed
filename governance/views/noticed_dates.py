"""Notices of what a day brought: representations that ended, majority, sheets that ask again."""

from __future__ import annotations

from datetime import timedelta

from governance.eligibility.asking import sheets_known
from governance.eligibility.said import said_by
from governance.eligibility.streams import whole_entry
from governance.lives import consents
from governance.lives.citizens.state import State as CitizenState
from governance.lives.citizens.words import ENDING_AT_MAJORITY
from governance.lives.consents.words import SheetVersion
from governance.lives.information_sheets.words import Version
from governance.views.consents import cells_of, studies_of
from governance.views.noticed import Notice, NoticeCode
from governance.views.people import people_of
from governance.views.question import Looking
from governance.vocabulary.answers import MAJORITY, CellAnswer
from governance.vocabulary.instants import day_of, start_of, years_after
from governance.vocabulary.people import SubjectId

DAY = timedelta(days=1)


async def dates(looking: Looking, who: SubjectId) -> list[Notice]:
    """Whatever the calendar, or a sheet, did to her until the instant looked at."""
    known = await whole_entry(looking.then, who)
    return [
        *await _ended(looking, known),
        *_of_age(looking, known),
        *await _asked_again(looking, who),
    ]


async def _ended(looking: Looking, known: CitizenState) -> list[Notice]:
    today = day_of(looking.instant.time)
    over = [(one, one.until) for one in known.representations if one.until and one.until < today]
    people = await people_of(looking, (one.representative for one, _ in over))
    return [
        Notice(
            code=NoticeCode.REPRESENTATION_ENDED,
            at=start_of(until + DAY),
            person=people[one.representative],
            capacity=one.capacity,
            day=until,
        )
        for one, until in over
    ]


def _of_age(looking: Looking, known: CitizenState) -> list[Notice]:
    if known.details is None:
        return []
    birthday = years_after(known.details.birth_date, MAJORITY)
    represented = any(
        one.capacity in ENDING_AT_MAJORITY and one.covers(birthday - DAY)
        for one in known.representations
    )
    lived = known.died_on is None or birthday <= known.died_on
    if not represented or not lived or birthday > day_of(looking.instant.time):
        return []
    return [Notice(code=NoticeCode.MAJORITY, at=start_of(birthday), day=birthday)]


async def _asked_again(looking: Looking, who: SubjectId) -> list[Notice]:
    """Major versions that made some answer of hers invalid on the day they were published."""
    if not await looking.then.history(consents, who):
        return []
    found: list[Notice] = []
    for sheet_id, sheet in (await sheets_known(looking.then)).items():
        for version in sheet.versions:
            at = version.published_at
            if at is None or at > looking.instant.time or not _begins_a_major(version):
                continue
            said = await said_by(looking.then, who, at)
            stood = (*cells_of(said), *studies_of(said))
            asked = [one.sheet for one in stood if one.answer is CellAnswer.SHEET_INVALID]
            if any(one is not None and one.sheet_id == sheet_id for one in asked):
                read = SheetVersion(sheet_id, version.major, version.minor)
                found.append(Notice(code=NoticeCode.SHEET_ASKS_AGAIN, at=at, sheet=read))
    return found


def _begins_a_major(version: Version) -> bool:
    return version.minor == 0
