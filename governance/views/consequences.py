"""What acts to come would change, before somebody decides: computed by the rules themselves.

Her words are supposed after everything that was recorded, and every permit and every release is
judged twice: as things stand, and as they would. Acts to come come now, so that an earlier instant
changes nothing about the answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from governance.eligibility.inclusion import explain_each, judged_alone
from governance.eligibility.prospects import prospects_of
from governance.eligibility.reader import Reader
from governance.eligibility.streams import whole_entry
from governance.eligibility.supposing import Supposing, suppose
from governance.lives import consents, permits, releases
from governance.lives.permits.state import State as PermitState
from governance.lives.permits.words import PermitStatus
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import ReleaseStatus
from governance.policy.visibility_facts import View
from governance.refusals import Refusal
from governance.storage.queries import matters
from governance.storage.queries.deliveries import holding
from governance.storage.queries.matters import Wanted
from governance.storage.source_people import files_naming
from governance.views.citizen import OfCitizen
from governance.views.foreseen import (
    Affected,
    ChangeOfPermit,
    ChangeOfRelease,
    Foreseen,
    PermitAffected,
    PermitOutcome,
    ReleaseAffected,
    ReleaseOutcome,
)
from governance.views.people import people_of
from governance.views.question import About, Looking
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import Cell

S = TypeVar("S", bound=Affected)
Cells = frozenset[Cell]
STILL = (PermitStatus.IN_FORCE, PermitStatus.SUSPENDED)
MOST = 500
"""Permits and releases that are looked through, the newest first."""


@dataclass(frozen=True, slots=True)
class Consequences(OfCitizen[Foreseen]):
    """What these commands of hers, or for her, would lead to. Nothing is carried out."""

    commands: tuple[Command, ...] = ()

    async def answer(self, looking: Looking) -> Foreseen | None:
        """Raises ValueError for commands that are not what this citizen says."""
        if any(c.stream != self.citizen or type(c) not in consents.COMMANDS for c in self.commands):
            raise ValueError("only what this citizen says can be supposed")
        meant = await self.meant(looking)
        if meant is None or not await looking.sees(View.USES, meant.about):
            return None
        supposed = await suppose(looking.now, self.commands, by=looking.by.subject, at=looking.at)
        if isinstance(supposed, Refusal):
            return Foreseen(refused=supposed)
        both = _Both(looking, meant.about, supposed)
        return Foreseen(await both.permits(), await both.releases())


@dataclass(frozen=True, slots=True)
class _Both:
    """The same judged twice: as things stand, and as they would."""

    looking: Looking
    about: About
    supposed: Supposing

    @property
    def who(self) -> SubjectId:
        """The citizen, by the entry that lives on."""
        return SubjectId(self.about[1])

    @property
    def instants(self) -> tuple[tuple[Reader, Instant], tuple[Reader, Instant]]:
        """What is read, and as of when: before and after."""
        at = self.looking.at
        before, after = Instant(self.supposed.start, at), Instant(self.supposed.newest, at)
        return ((self.looking.now, before), (self.supposed, after))

    async def permits(self) -> tuple[PermitAffected, ...]:
        """Permits that may take of her data, the newest first."""
        session, reader = self.looking.now.session, self.looking.now
        files = await files_naming(session, self.who)
        wanted = Wanted(life=permits.NAME, statuses=STILL)
        found = [key for key, _ in await matters.find(session, wanted, limit=MOST)] if files else []
        states: dict[str, PermitState] = await reader.states(permits, found)
        live = {
            key: one for key, one in states.items() if not one.has_ended(day_of(self.looking.at))
        }
        affected: list[PermitAffected | None] = []
        for key, permit in live.items():
            outcome = await self._of_permit(key, permit, files)
            if outcome is not None:
                head = PermitAffected(id=key, permit=key, outcome=outcome)
                affected.append(await self._shown(head, permit))
        return tuple(one for one in affected if one is not None)

    async def _of_permit(
        self, key: str, permit: PermitState, files: dict[str, frozenset[str]]
    ) -> PermitOutcome | None:
        if permit.content is None:
            return None
        cells: dict[tuple[bool, bool], set[Cell]] = {}
        rules: list[str] = []
        for prospect in await prospects_of(self.looking.now, key, permit.content, files):
            before, after = [
                await prospect.verdict(reader, instant, self.who)
                for reader, instant in self.instants
            ]
            cells.setdefault((before.allowed, after.allowed), set()).add(prospect.cell)
            rules += after.refused_by
        if not cells:
            return None
        told = await self.looking.told(tuple(dict.fromkeys(rules)), self.about)
        stops, goes_on, begins = (
            frozenset(cells.get(change, set()))
            for change in ((True, False), (True, True), (False, True))
        )
        change = _change(stops, goes_on, begins)
        status, regime = permit.status, permit.regime
        return PermitOutcome(change, status, regime, stops, goes_on, begins, told)

    async def releases(self) -> tuple[ReleaseAffected, ...]:
        """Delivered releases that hold her records, the newest first."""
        reader = self.looking.now
        known = await whole_entry(reader, self.who)
        selves = (self.who, *sorted(known.duplicates))
        newest = self.supposed.start
        found, _ = await holding(reader.session, selves, newest, limit=MOST)
        of_each = await explain_each(reader, found, selves)
        affected: list[ReleaseAffected | None] = []
        for release_id in found:
            release: ReleaseState = await reader.state(releases, release_id)
            explained = of_each[release_id].items()
            was_in = [who for who, one in explained if one is not None and one.was_in]
            if not was_in or release.recipe is None:
                continue
            permit: PermitState = await reader.state(permits, release.recipe.permit_id)
            outcome = await self._of_release(release, permit, was_in)
            head = ReleaseAffected(id=release_id, permit=release.recipe.permit_id, outcome=outcome)
            affected.append(await self._shown(head, permit))
        return tuple(one for one in affected if one is not None)

    async def _of_release(
        self, release: ReleaseState, permit: PermitState, was_in: list[SubjectId]
    ) -> ReleaseOutcome:
        _, (reader, instant) = self.instants
        after = [await judged_alone(reader, release, instant, who) for who in was_in]
        refused = [rule for verdict in after if verdict for rule in verdict.refused_by]
        told = await self.looking.told(tuple(dict.fromkeys(refused)), self.about)
        stays = (ChangeOfRelease.STAYS,)
        if release.status is ReleaseStatus.RECALLED or permit.data_deleted:
            return ReleaseOutcome((*stays, ChangeOfRelease.CANNOT_BE_RECALLED), told)
        if release.notified & set(was_in):
            return ReleaseOutcome((*stays, ChangeOfRelease.REMOVAL_WAS_SENT), told)
        if all(verdict is not None and verdict.allowed for verdict in after):
            return ReleaseOutcome(stays, told)
        return ReleaseOutcome((*stays, ChangeOfRelease.REMOVAL_WILL_BE_SENT), told)

    async def _shown(self, head: S, permit: PermitState) -> S | None:
        content = permit.content
        if content is None:
            return None
        investigator = content.principal_investigator
        people = await people_of(self.looking, [investigator])
        whole = replace(
            head,
            study=content.study,
            purposes=content.purposes,
            recipient=content.recipient,
            principal_investigator=people[investigator],
        )
        return await self.looking.redacted(whole, View.USES, self.about)


def _change(stops: Cells, goes_on: Cells, begins: Cells) -> ChangeOfPermit:
    if stops:
        return ChangeOfPermit.PARTLY_STOPS if goes_on else ChangeOfPermit.WOULD_STOP
    if begins:
        return ChangeOfPermit.WOULD_BEGIN
    return ChangeOfPermit.GOES_ON if goes_on else ChangeOfPermit.NOTHING_LEAVES
