"""Questions about releases: one, those of a permit or status, and those that name whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from governance.lives import permits, releases
from governance.lives.permits.events import PermitAmended, PermitIssued
from governance.lives.permits.state import State as PermitState
from governance.lives.releases.events import ReleasePrepared
from governance.lives.releases.words import ReleaseStatus
from governance.storage.queries.entries import Found, following, naming, newest_with
from governance.views.paging import NEWEST, Newest, Part
from governance.views.question import Looking, Question
from governance.views.releases.reading import shown_of
from governance.views.releases.shown import ReleaseShown
from governance.views.standing import ALL, end_of, standing
from governance.vocabulary.acts import Act

AT_A_TIME = 40
BEGUN = (ReleasePrepared.CODE,)
GRANTED = (PermitIssued.CODE, PermitAmended.CODE)


@dataclass(frozen=True, slots=True)
class Release(Question[ReleaseShown]):
    """One release: its recipe and who signed it, what left and when, and what came after."""

    ACT: ClassVar[Act] = Act.READ_RELEASE
    ABOUT: ClassVar[str] = releases.NAME
    release_id: str

    @property
    def key(self) -> str:
        """The release."""
        return self.release_id

    async def answer(self, looking: Looking) -> ReleaseShown | None:
        """What this reader sees of it."""
        [shown] = await self.together(looking, [self])
        return shown

    @classmethod
    async def together(
        cls, looking: Looking, asked: Sequence[Question[ReleaseShown]]
    ) -> list[ReleaseShown | None]:
        """Several releases, in a handful of statements."""
        keys = [one.key for one in asked]
        found = {
            shown.id: replace(shown, may=await looking.acts_on((releases.NAME, shown.id)))
            for shown in await shown_of(looking, keys)
        }
        return [found.get(key) for key in keys]


@dataclass(frozen=True, slots=True)
class Releases(Question[Newest[ReleaseShown]]):
    """The releases that she may read, the newest first, or the oldest."""

    ACT: ClassVar[Act] = Act.READ_RELEASE
    ABOUT: ClassVar[str] = releases.NAME
    EACH: ClassVar[bool] = True
    status: ReleaseStatus | None = None
    permit: str | None = None
    part: Part = NEWEST

    async def answer(self, looking: Looking) -> Newest[ReleaseShown]:
        """A part of the list; ``next`` is a position of the ledger."""
        of_permit = None
        if self.permit is not None:
            of_permit = await naming(looking.now.session, BEGUN, self.permit)
        return await _listed(looking, self.part, of_permit, self._wanted)

    def _wanted(self, shown: ReleaseShown) -> bool:
        permit = shown.permit.id if shown.permit else None
        return self.status in (None, shown.status) and self.permit in (None, permit)


@dataclass(frozen=True, slots=True)
class MyReleases(Question[Newest[ReleaseShown]]):
    """The releases of permits that she applied for, or that name her, the newest first, or
    the oldest."""

    ACT: ClassVar[Act] = Act.READ_RELEASE
    ABOUT: ClassVar[str] = releases.NAME
    EACH: ClassVar[bool] = True
    part: Part = NEWEST

    async def answer(self, looking: Looking) -> Newest[ReleaseShown]:
        """A part of the list; nothing of it is anybody else's."""
        session, me = looking.now.session, looking.by.subject
        granted = {key_of(stream) for _, stream in await naming(session, GRANTED, me)}
        known: dict[str, PermitState] = await looking.now.states(permits, sorted(granted))
        mine = [
            key
            for key, permit in known.items()
            if permit.content and me in {permit.content.applicant, *permit.content.named_persons}
        ]
        begun = {found for permit in mine for found in await naming(session, BEGUN, permit)}
        return await _listed(looking, self.part, sorted(begun, reverse=True), lambda shown: True)


async def _listed(
    looking: Looking,
    part: Part,
    among: Sequence[Found] | None,
    wanted: Callable[[ReleaseShown], bool],
) -> Newest[ReleaseShown]:
    """Look at so many at a time, until there are enough that she may see and wants to."""
    end = end_of(await standing(looking))
    here = min(part.before or ALL, end) if part.after is None else part.after
    rows: list[tuple[int, ReleaseShown]] = []
    while len(rows) <= part.limit and (found := await _beyond(looking, part, here, end, among)):
        places = {key_of(stream): position for position, stream in found}
        shown = await shown_of(looking, list(places))
        rows += [(places[one.id], one) for one in shown if wanted(one)]
        here = found[-1][0]
    kept = rows[: part.limit]
    beyond = kept[-1][0] if len(rows) > part.limit else None
    return Newest(tuple(one for _, one in kept), beyond)


async def _beyond(
    looking: Looking, part: Part, here: int, end: int, among: Sequence[Found] | None
) -> list[Found]:
    """The next so many in the order of the part; ``among`` are the newest first."""
    session, up = looking.now.session, part.after is not None
    if among is not None:
        some = [one for one in among if (here < one[0] < end if up else one[0] < here)]
        return (some[::-1] if up else some)[:AT_A_TIME]
    if not up:
        return await newest_with(session, BEGUN, before=here, limit=AT_A_TIME)
    found = await following(session, BEGUN, after=here, up_to=end - 1, limit=AT_A_TIME)
    return [(one.position, one.stream) for one in found]


def key_of(stream: str) -> str:
    """The id of a stream, without the name of its life."""
    return stream.partition("/")[2]
