"""From two signatures to a package: freeze, build, last pass, hand over (ADR 0008).

Killed at any moment this leaves no readable package that the ledger does not call delivered; the
next run goes on from the frozen instant, and ``settle_packages`` finishes a missing rename.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from governance.eligibility.inclusion import frozen_instant, judged_again_in_last_pass
from governance.eligibility.reader import Reader
from governance.eligibility.release import whole_verdict
from governance.eligibility.verdicts import PeopleJudged
from governance.extraction import package
from governance.lives import releases
from governance.lives.programme.keys import KeyKind
from governance.lives.releases.commands import DeliverRelease, FreezeRelease, WithholdRelease
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import Recipe, ReleaseStatus
from governance.principals import ENGINE
from governance.refusals import Conflict, Refusal, Refused
from governance.service.carry_out import Done, carry_out
from governance.service.house import House
from governance.service.preparation.build import Built, build_files
from governance.service.preparation.cohort import (
    SourceFile,
    judged,
    read_sources,
)
from governance.service.preparation.counts import counts_of, keep_counts
from governance.service.sources import private
from governance.storage import ledger
from governance.storage.driver import Session
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import SubjectId

Step = Callable[[str], None]
NOT_OURS = frozenset({"package-being-built", "package-exists"})
"""Another run of the same release is at work, or has handed it over."""
STEPS = ("frozen", "judged", "built", "last-pass", "sealed", "delivered", "named")


@dataclass(frozen=True, slots=True)
class Delivered:
    """The package is the recipient's. Counts by rule are for officers and auditor only."""

    folder: Path
    frozen: Instant
    considered: int
    people: int
    removed_in_last_pass: int
    refused_by_rule: dict[str, int]
    not_registered: int
    built: Built


@dataclass(frozen=True, slots=True)
class Withheld:
    """Nothing was handed over, for these reasons."""

    reasons: tuple[str, ...]


Outcome = Delivered | Withheld | Refusal | Conflict


def _silent(step: str) -> None:
    return None


async def run_release(house: House, release_id: str, *, step: Step = _silent) -> Outcome:
    """Carry a signed release to its end, or a frozen one on. ``step`` hears each step's name."""
    async with house.database.reading() as session:
        state: ReleaseState = await Reader(session).state(releases, release_id)
    if state.status is ReleaseStatus.SIGNED:
        outcome = await carry_out(house, FreezeRelease(release_id=release_id), by=ENGINE)
        if not isinstance(outcome, Done):
            return outcome
    elif state.status is not ReleaseStatus.FROZEN:
        return Refusal("release-not-signed")
    step("frozen")
    try:
        return await _Run(house, release_id, step).carry()
    except Refused as refused:
        if refused.refusal.code in NOT_OURS:
            return refused.refusal
        return await _withhold(house, release_id, (refused.refusal.code,))


async def _withhold(house: House, release_id: str, reasons: tuple[str, ...]) -> Outcome:
    command = WithholdRelease(release_id=release_id, reasons=reasons)
    outcome = await carry_out(house, command, by=ENGINE)
    if not isinstance(outcome, Done):
        return outcome  # somebody else has ended it: the folder is not ours to clear
    package.clear(house.packages, release_id)
    return Withheld(reasons)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What was read and judged as of the frozen instant."""

    state: ReleaseState
    recipe: Recipe
    frozen: Instant
    sources: list[SourceFile]
    verdicts: PeopleJudged


class _Run:
    """One run of one frozen release."""

    def __init__(self, house: House, release_id: str, step: Step) -> None:
        self.house, self.release_id, self.step = house, release_id, step

    async def carry(self) -> Outcome:
        """Judge, build, judge again who was touched, hand over."""
        chosen = await self._choose()
        if not isinstance(chosen, _Chosen):
            return chosen
        self.step("judged")
        with package.building(private(self.house.packages), self.release_id) as folder:
            built, last, removed = await self._build(folder, chosen)
            signing = self.house.keys.ensure_signing(KeyKind.PACKAGE)
            manifest = built.manifest(self.release_id, chosen.recipe, chosen.frozen)
            digest = package.seal(folder, manifest, signing.sign)
            self.step("sealed")
            deliver = DeliverRelease(
                release_id=self.release_id,
                package_hash=digest,
                people=built.people,
                removed_in_last_pass=removed,
                last_pass_position=last.position,
                last_pass_at=last.time,
            )
            outcome = await carry_out(self.house, deliver, by=ENGINE)
        if isinstance(outcome, Refusal):
            reasons = outcome.rules or (outcome.code,)
            return await _withhold(self.house, self.release_id, reasons)
        if isinstance(outcome, Conflict):
            return outcome  # still frozen: the next run builds it anew
        await self._keep_counts(chosen, built)
        self.step("delivered")
        final = package.deliver(self.house.packages, self.release_id)
        self.step("named")
        return _delivered(final, chosen, built, removed)

    async def _keep_counts(self, chosen: _Chosen, built: Built) -> None:
        taken = built.table.cells_blanked if built.table else 0
        counts = counts_of(chosen.sources, chosen.verdicts, included=built.people, blanked=taken)
        await keep_counts(self.house, self.release_id, counts)

    async def _choose(self) -> _Chosen | Outcome:
        """Everybody in the sources, judged as of the frozen instant; or why nobody can be."""
        async with self.house.database.reading() as session:
            reader = Reader(session)
            state: ReleaseState = await reader.state(releases, self.release_id)
            frozen = await frozen_instant(reader, self.release_id)
            if frozen is None or state.recipe is None:
                return Refusal("release-not-frozen")
            sources = await read_sources(self.house, session, state)
            everybody = {who for source in sources for who in source.people.values()}
            verdicts = await judged(session, state, frozen, everybody)
            people = len(verdicts.allowed)
            whole = await whole_verdict(reader, state, self.house.clock(), people=people)
        if not whole.allowed:
            return await _withhold(self.house, self.release_id, whole.refused_by)
        return _Chosen(state, state.recipe, frozen, sources, verdicts)

    async def _build(self, folder: Path, chosen: _Chosen) -> tuple[Built, Instant, int]:
        """The files, the instant of the last pass, and how many it took out."""
        key = self.house.keys.ensure_pseudonym(chosen.recipe.permit_id).secret
        allowed = chosen.verdicts.allowed
        made = (folder, chosen.recipe, chosen.sources)
        built = await asyncio.to_thread(build_files, *made, allowed, key)
        self.step("built")
        last, dropped = await self._last_pass(chosen.state, chosen.frozen, allowed)
        if dropped:
            built = await asyncio.to_thread(build_files, *made, allowed - dropped, key)
        self.step("last-pass")
        return built, last, len(dropped)

    async def _last_pass(
        self, state: ReleaseState, frozen: Instant, people: frozenset[SubjectId]
    ) -> tuple[Instant, frozenset[SubjectId]]:
        """Who of these may no longer leave, as of now; and the instant of this judgement."""
        async with self.house.database.reading() as session:
            head = await ledger.head(session)
            now = max(self.house.clock(), head.at or frozen.time)
            instant = Instant(head.position, now)
            again = await to_judge_again(session, frozen, instant, people)
            if not again:
                return instant, frozenset()
            verdicts = await judged(session, state, instant, again)
        return instant, again - verdicts.allowed


def _delivered(folder: Path, chosen: _Chosen, built: Built, removed: int) -> Delivered:
    return Delivered(
        folder=folder,
        frozen=chosen.frozen,
        considered=max(source.rows for source in chosen.sources),
        people=built.people,
        removed_in_last_pass=removed,
        refused_by_rule=chosen.verdicts.refused_by_rule(),
        not_registered=max(source.rows - len(source.people) for source in chosen.sources),
        built=built,
    )


async def to_judge_again(
    session: Session, frozen: Instant, now: Instant, people: frozenset[SubjectId]
) -> frozenset[SubjectId]:
    """Everybody, or nobody: ``judged_again_in_last_pass`` says which."""
    again = await judged_again_in_last_pass(session, frozen, now)
    return people if again else frozenset()


async def settle_packages(house: House) -> package.Settled:
    """At start-up: finish what the ledger calls delivered, clear what it does not."""
    async with house.database.reading() as session:
        reader = Reader(session)
        ids = await ledger.stream_ids(session, releases.NAME)
        states: dict[str, ReleaseState] = await reader.states(releases, ids)
    delivered = {
        key: state.package_hash
        for key, state in states.items()
        if state.status is ReleaseStatus.DELIVERED and state.package_hash is not None
    }
    return await asyncio.to_thread(package.settle, private(house.packages), delivered)
