"""Whoever has tasks, at her desk: what is read for all of them, and how each kind is looked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from governance.eligibility.access import access_facts
from governance.lives import access_requests
from governance.lives.access_requests.words import RequestStatus
from governance.lives.ethics import meetings
from governance.lives.ethics.reviews.events import DecisionSuspended, ProtocolModified
from governance.policy.access import verdict_on
from governance.storage.queries.entries import newest_with
from governance.storage.queries.matters import Wanted, find
from governance.views.question import About, Looking
from governance.views.standing import ALL
from governance.views.tasks.task import TaskCode
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import day_of
from governance.vocabulary.matters import Order, Part
from governance.vocabulary.people import SubjectId

MOST = 200
"""Of one kind; whoever has more finds the rest in the lists of her work."""
MOST_WITHIN = 20 * MOST
AGAIN = (ProtocolModified.CODE, DecisionSuspended.CODE)
"""What makes the committee vote again."""


@dataclass
class Desk:
    """One person now; tasks of the past wait for nobody."""

    looking: Looking
    _unminuted: dict[str, meetings.State] | None = field(default=None, init=False)
    _wanted: Collection[str] | None = field(default=None, init=False)

    @property
    def me(self) -> SubjectId:
        """Whoever asks."""
        return self.looking.by.subject

    @property
    def today(self) -> date:
        """The day in Europe/Madrid."""
        return day_of(self.looking.at)

    async def state(self, life: Any, key: str) -> Any:
        """The fold of one stream as it stands."""
        return await self.looking.now.state(life, key)

    async def may(self, act: Act, about: About, command: Command | None = None) -> bool:
        """Whether she may, once she has confirmed who she is."""
        by = replace(self.looking.by, stepped_up=True)
        reader, at = self.looking.now, self.looking.at
        facts = await access_facts(reader, by, act, about, at=at, command=command)
        return verdict_on(facts).allowed

    async def find(
        self,
        life: Any,
        statuses: Collection[str] | None,
        *,
        mine: Sequence[Part] = (),
        within: Collection[str] | None = None,
    ) -> dict[str, str | None]:
        """Keys in these statuses, each with what it belongs to; the soonest due first."""
        wanted = Wanted(
            life=life.NAME,
            statuses=statuses,
            person=self.me if mine else None,
            parts=mine,
            belongs_to=within,
            order=Order.DUE_FIRST if within is None else Order.NEWEST_FIRST,
        )
        limit = MOST if within is None else MOST_WITHIN
        return dict(await find(self.looking.now.session, wanted, limit=limit))

    async def unminuted(self) -> dict[str, meetings.State]:
        """The meetings that have been convened and are not over, by their day."""
        if self._unminuted is None:
            keys = await self.find(meetings, ("convened", "held"))
            self._unminuted = await self.looking.now.states(meetings, keys)
        return self._unminuted

    async def before_the_committee(self) -> Collection[str]:
        """The requests on which it may have to vote: those sent to it, and changed protocols."""
        if self._wanted is None:
            sent = await self.find(access_requests, (RequestStatus.UNDER_ETHICS_REVIEW,))
            session = self.looking.now.session
            changed = await newest_with(session, AGAIN, before=ALL, limit=MOST)
            again = (stream.partition("/")[2] for _, stream in changed)
            self._wanted = tuple(dict.fromkeys([*sent, *again]))
        return self._wanted

    async def meeting_about(self, request_id: str) -> meetings.State | None:
        """The next of them that has this request on its agenda."""
        on_agenda = [one for one in (await self.unminuted()).values() if request_id in one.agenda]
        return on_agenda[0] if on_agenda else None


@dataclass(frozen=True, slots=True)
class Waits:
    """That something waits, and until when; ``command`` where rights hang on what it says."""

    due: date | None = None
    command: Command | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of task: among which things it is looked for, and when one of them waits."""

    code: TaskCode
    act: Act
    life: Any
    statuses: Collection[str] = ()
    waits: Callable[[Desk, str, Any], Awaitable[Waits | None]]
    """Asked of each thing found, with its state."""
    mine: tuple[Part, ...] = ()
    """Looked for among what she has this part in only; else whoever may do the act looks."""
    of: Any = None
    """The life in which she has her part, where these things only belong to one of it."""
    about: Any = None
    """The life whose stream the act is about, where it is another under the same id."""
    among: Callable[[Desk], Awaitable[Collection[str]]] | None = None
    """Finds the keys, where they are not those of some statuses."""
    narrowed: Callable[[Desk, Collection[str]], Awaitable[Collection[str]]] | None = None
    """Leaves out at once what cannot wait."""
