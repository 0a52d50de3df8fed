"""Whether one person was in one release: judged again as of its instants, from her streams alone.

The population is gathered from projections; this is the fold of one person's streams, which tests
hold to be the same. All readers of one question share what they read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from governance.eligibility.asking import asked_of
from governance.eligibility.reader import Reader
from governance.eligibility.release import whole_facts
from governance.eligibility.streams import citizen_facts
from governance.eligibility.verdicts import judge_people
from governance.lives import access_requests, citizens, datasets, permits, releases
from governance.lives.citizens.state import State as CitizenState
from governance.lives.ethics import meetings, reviews
from governance.lives.permits.state import State as PermitState
from governance.lives.releases.events import ReleaseFrozen
from governance.lives.releases.state import State as ReleaseState
from governance.policy.verdict import Verdict
from governance.storage.driver import Session
from governance.storage.queries.deliveries import anybody_touched
from governance.storage.source_people import files_naming
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class Explanation:
    """The verdicts on one person. She was in the package if both instants allowed it."""

    held: bool
    """Whether a source of the release names her at all."""
    at_freeze: Verdict | None
    at_last_pass: Verdict | None
    """None where she was not judged again between freeze and hand-over."""
    frozen: Instant
    last_pass: Instant | None

    @property
    def refused_by(self) -> tuple[str, ...]:
        """Every rule that refused at either instant."""
        verdicts = [verdict for verdict in (self.at_freeze, self.at_last_pass) if verdict]
        return tuple(dict.fromkeys(rule for verdict in verdicts for rule in verdict.refused_by))

    @property
    def was_in(self) -> bool:
        """Whether her records were in the package."""
        later = self.at_last_pass is None or self.at_last_pass.allowed
        return self.held and self.at_freeze is not None and self.at_freeze.allowed and later


async def frozen_instant(reader: Reader, release_id: str) -> Instant | None:
    """(P, T) of a release: position and time of its ``release.frozen`` entry."""
    for entry in await reader.history(releases, release_id):
        if isinstance(entry.event, ReleaseFrozen):
            return Instant(entry.position, entry.event.at)
    return None


async def judged_alone(
    reader: Reader, release: ReleaseState, instant: Instant, who: SubjectId
) -> Verdict | None:
    """The verdict on one person; None where she was not registered then, or merged already."""
    then = reader.as_of(instant.position)
    known: CitizenState = await then.state(citizens, who)
    if not known.registered or known.merged_into is not None:
        return None
    facts = await citizen_facts(then, who, await asked_of(then, release, instant))
    whole = await whole_facts(then, release, instant.time, people=None)
    return judge_people(whole, {who: facts}, day_of(instant.time)).verdicts[who]


async def judged_again_in_last_pass(session: Session, frozen: Instant, last: Instant) -> bool:
    """Whether the last pass judges anew: a day has passed, or anybody was touched, for she may be
    somebody's relative or duplicate."""
    if day_of(last.time) != day_of(frozen.time):
        return True
    return await anybody_touched(session, frozen.position, last.position)


Files = Mapping[str, frozenset[str]]
"""The files that name somebody, by their hashes, each with the issuers by whose identifiers."""


async def explain(
    reader: Reader, release_id: str, who: SubjectId, files: Files | None = None
) -> Explanation | None:
    """Why one person was in a release, or was not; None before its freeze.

    ``files`` are those that name her (``files_naming``), where the caller has looked them up.
    """
    release: ReleaseState = await reader.state(releases, release_id)
    frozen = await frozen_instant(reader, release_id)
    if frozen is None:
        return None
    if files is None:
        files = await files_naming(reader.session, who)
    second = None
    last = release.last_pass
    if last is not None and await judged_again_in_last_pass(reader.session, frozen, last):
        second = await judged_alone(reader, release, last, who)
    return Explanation(
        held=await _held(reader, release, files),
        at_freeze=await judged_alone(reader, release, frozen, who),
        at_last_pass=second,
        frozen=frozen,
        last_pass=last,
    )


async def explain_each(
    reader: Reader, release_ids: Iterable[str], selves: Iterable[SubjectId]
) -> dict[str, dict[SubjectId, Explanation | None]]:
    """The same for several releases, and every entry that one person has or had."""
    wanted = list(release_ids)
    await _load(reader, wanted)
    files = {who: await files_naming(reader.session, who) for who in selves}
    return {
        release_id: {
            who: await explain(reader, release_id, who, named) for who, named in files.items()
        }
        for release_id in wanted
    }


async def _held(reader: Reader, release: ReleaseState, files: Files) -> bool:
    for source in release.recipe.sources if release.recipe else ():
        dataset = await reader.state(datasets, source.dataset_id)
        version = dataset.version(source.version)
        if version is not None and dataset.description is not None:
            issuers = files.get(version.sha256, frozenset())
            if dataset.description.issuer in issuers:
                return True
    return False


async def _load(reader: Reader, release_ids: Iterable[str]) -> None:
    """Read what stands behind several releases together, a statement for each kind of stream."""
    states: dict[str, ReleaseState] = await reader.states(releases, release_ids)
    recipes = [state.recipe for state in states.values() if state.recipe]
    sources = {source.dataset_id for recipe in recipes for source in recipe.sources}
    await reader.load(f"{datasets.NAME}/{one}" for one in sorted(sources))
    granted: dict[str, PermitState] = await reader.states(permits, {r.permit_id for r in recipes})
    requests = {permit.content.request_id for permit in granted.values() if permit.content}
    lives = (access_requests.NAME, reviews.NAME)
    await reader.load(f"{life}/{one}" for life in lives for one in sorted(requests))
    reviewed = await reader.states(reviews, requests)
    decided_in = {one.decided_in for one in reviewed.values() if one.decided_in}
    await reader.load(f"{meetings.NAME}/{one}" for one in sorted(decided_in))
