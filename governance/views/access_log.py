"""Who read which record, when, and whether it was allowed: for those who watch over reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from governance.policy.visibility_facts import View
from governance.storage import access_log
from governance.storage.access_log import LogFilter, Logged
from governance.views.actors import Actor
from governance.views.paging import NEWEST, Newest, Part
from governance.views.question import About, Looking, Question, Shown
from governance.views.standing import ALL
from governance.views.workers import workers_of
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import MICROSECOND, start_of
from governance.vocabulary.looking_up import LookUpReason
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import Purpose

WHOLE = ("access-log", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadShown(Shown):
    """The fields of ``View.ACCESS_LOG``: one read, or one attempt; ``id`` is its number."""

    at: datetime | None = None
    reader: Actor | None = None
    """Citizens have no name here."""
    act: Act | None = None
    about: About | None = None
    """What was read: the name of an aggregate, and the id of a stream, or nothing."""
    allowed: bool | None = None
    rules: tuple[str, ...] | None = None
    """Those that refused."""
    purposes: frozenset[Purpose] | None = None
    """What it was for, where that was said."""
    reason: LookUpReason | None = None
    """Why somebody was looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLog(Question[Newest[ReadShown]]):
    """Reads that fit every filter, the newest first or the oldest, those of the auditors themselves
    too.
    """

    ACT: ClassVar[Act] = Act.READ_LEDGER
    ABOUT: ClassVar[str] = WHOLE[0]
    reader: SubjectId | None = None
    about: About | None = None
    act: Act | None = None
    allowed: bool | None = None
    day: date | None = None
    """In Europe/Madrid."""
    part: Part = NEWEST

    async def answer(self, looking: Looking) -> Newest[ReadShown]:
        """A part of the list; ``next`` is the number of a read."""
        limit = self.part.limit
        found = await access_log.read_log(
            looking.now.session, self._filter(looking), limit=limit + 1
        )
        kept = found[:limit]
        workers = await workers_of(looking, ((one.reader, one.at) for one in kept))
        whole = [_shown(one, workers[one.reader, one.at]) for one in kept]
        shown = [await looking.redacted(one, View.ACCESS_LOG, WHOLE) for one in whole]
        beyond = kept[-1].id if len(found) > limit else None
        return Newest(tuple(one for one in shown if one), beyond)

    def _filter(self, looking: Looking) -> LogFilter:
        until, since = looking.instant.time + MICROSECOND, None
        if self.day is not None:
            since, until = start_of(self.day), min(until, start_of(self.day + timedelta(days=1)))
        return LogFilter(
            reader=self.reader,
            about="/".join(part for part in self.about if part) if self.about else None,
            act=self.act.value if self.act else None,
            allowed=self.allowed,
            since=since,
            until=until,
            before=ALL if self.part.before is None else min(self.part.before, ALL),
            after=None if self.part.after is None else min(self.part.after, ALL),
        )


def _shown(read: Logged, reader: Actor) -> ReadShown:
    name, _, key = read.about.partition("/")
    return ReadShown(
        id=str(read.id),
        at=read.at,
        reader=reader,
        act=read.act,
        about=(name, key),
        allowed=read.allowed,
        rules=read.rules,
        purposes=read.purposes,
        reason=read.reason,
    )
