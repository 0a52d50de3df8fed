"""A cursor over the ledger that loses nothing: what changed, in order, of what the reader reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from governance.eligibility.access import CHANGES, SCOPES, partner_scopes, roles_of
from governance.lives import citizens
from governance.lives.consents import NAME as CONSENTS
from governance.policy.access import acts_within
from governance.policy.verdict import Verdict
from governance.storage import ledger
from governance.storage.access_log import Opened
from governance.storage.lives import BY_NAME
from governance.storage.queries.entries import Heading, following
from governance.views.changes.told import TOLD
from governance.views.question import About, Looking, Question
from governance.views.standing import end_of, standing
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role

MOST_ROWS, AT_A_TIME = 500, 500
MOST_LOOKED_AT = 2000
"""Entries judged for one answer; a part may be empty and say go on."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something happened to a thing; what stands now is asked of the thing."""

    position: int
    at: datetime
    code: str
    about: About


@dataclass(frozen=True, slots=True)
class Followed:
    """Part of the feed, the oldest first."""

    rows: tuple[Change, ...]
    next: int
    """``since`` of the part that follows: everything up to it was looked at."""
    more: bool
    """Whether there is anything beyond that could concern her."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Question[Followed]):
    """What changed above a position, of what she may read as things stand."""

    ACT: ClassVar[Act] = Act.READ_CHANGES
    ABOUT: ClassVar[str] = CHANGES
    since: int = 0
    limit: int = 100

    async def answer(self, looking: Looking) -> Followed:
        """Whoever reads the ledger is told everything; others what their views would show."""
        session = looking.now.session
        newest = (await ledger.head(session)).position
        newest = min(newest, end_of(await standing(looking)) - 1)
        limit = min(max(self.limit, 1), MOST_ROWS)
        everything = await looking.may(Act.READ_LEDGER, ("ledger", ""))
        codes = None if everything else await _codes(looking)
        rows: list[Change] = []
        here, looked_at = min(max(self.since, 0), newest), 0
        while here < newest and len(rows) < limit and looked_at < MOST_LOOKED_AT:
            found = await following(session, codes, after=here, up_to=newest, limit=AT_A_TIME)
            here = found[-1].position if len(found) == AT_A_TIME else newest
            looked_at += len(found)
            told = found if everything else await _told(looking, found)
            rows += [_change(heading) for heading in told]
            if len(rows) > limit:
                rows = rows[:limit]
                here = rows[-1].position
        if not everything:
            _note(looking, rows)
        return Followed(tuple(rows), max(here, self.since), here < newest)


def _note(looking: Looking, rows: Sequence[Change]) -> None:
    """Whose record has changed is told of her: it stands in the log of who read about her."""
    people = dict.fromkeys(row.about for row in rows if row.about[0] in (CONSENTS, citizens.NAME))
    looking.opened.extend(Opened("/".join(about), Verdict(True)) for about in people)


async def _codes(looking: Looking) -> Sequence[str]:
    """Events of what she could read at all, so that others need not be looked at."""
    roles = await roles_of(looking.now, looking.by, at=looking.at)
    acts = acts_within(roles) | {Act.READ_REGISTER, Act.READ_DATASETS}
    codes = [code for code, telling in TOLD.items() if telling.act in acts]
    if looking.by.machine_role is not Role.PARTNER:
        return codes
    scopes = await partner_scopes(looking.now, looking.by)
    within = {life for life, scope in SCOPES.items() if scope in scopes}
    beyond = SCOPES.keys() - within
    others = {event.CODE for life in beyond & BY_NAME.keys() for event in BY_NAME[life].EVENTS}
    return [code for code in codes if code not in others]


async def _told(looking: Looking, found: Sequence[Heading]) -> list[Heading]:
    """Those of which a view shows her the field that changed."""
    reader = looking.now
    about = {heading: _about(heading.stream) for heading in found}
    await reader.load(heading.stream for heading in found if about[heading][0] != CONSENTS)
    people = {key for life, key in about.values() if life in (CONSENTS, citizens.NAME)}
    await reader.load(f"{citizens.NAME}/{one}" for one in sorted(people))
    may: dict[tuple[Act, About], bool] = {}
    told = []
    for heading in found:
        telling, thing = TOLD[heading.code], about[heading]
        if (telling.act, thing) not in may:
            may[telling.act, thing] = await looking.may(telling.act, thing)
        if may[telling.act, thing] and telling.field in await looking.sees(telling.view, thing):
            told.append(heading)
    return told


def _change(heading: Heading) -> Change:
    return Change(heading.position, heading.at, heading.code, _about(heading.stream))


def _about(stream: str) -> About:
    life, _, key = stream.partition("/")
    return life, key
