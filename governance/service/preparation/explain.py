"""Why somebody was in a release, or was not: judged again as of its instants, and told as far as
the reader may know."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from governance.eligibility.access import access_facts
from governance.eligibility.reader import Reader
from governance.lives import citizens, releases
from governance.lives.releases.state import State as ReleaseState
from governance.policy.access import RULES_OF_ACT
from governance.policy.access_facts import AccessFacts
from governance.policy.verdict import Verdict, judge
from governance.policy.visibility import reasons_told
from governance.principals import Principal
from governance.refusals import Refusal, Refused
from governance.service.house import House
from governance.service.preparation.cohort import frozen_instant, judged, read_sources
from governance.service.preparation.run import to_judge_again
from governance.storage import access_log
from governance.storage.people import resolve
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import SubjectId

NOBODY = SubjectId("")
"""Whoever an unknown identifier would mean."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The verdicts on one person. She was in the package if both instants allowed it.

    Of the rules that refused, those that the reader may be told; there may have been others.
    """

    held: bool
    """Whether a source of the release names her at all."""
    at_freeze: Verdict | None
    at_last_pass: Verdict | None
    """None where she was not touched between freeze and hand-over."""
    frozen: Instant
    last_pass: Instant | None

    @property
    def refused_by(self) -> tuple[str, ...]:
        """The rules that refused at either instant, as far as they are told."""
        verdicts = [verdict for verdict in (self.at_freeze, self.at_last_pass) if verdict]
        return tuple(dict.fromkeys(rule for verdict in verdicts for rule in verdict.refused_by))

    @property
    def was_in(self) -> bool:
        """Whether her records were in the package."""
        later = self.at_last_pass is None or self.at_last_pass.allowed
        return self.held and self.at_freeze is not None and self.at_freeze.allowed and later


@dataclass(frozen=True, slots=True)
class Named:
    """A citizen by the identifier that an issuer gave her."""

    issuer: str
    identifier: str


async def explain_release(
    house: House, release_id: str, who: SubjectId | Named, *, by: Principal
) -> Explanation | Refusal:
    """Judge one person again as of the freeze, and of the last pass; the read is logged.

    Reads the files of the sources. Somebody whom nobody knows is held by no source. Refused:
    ``not-allowed``; ``release-not-frozen``; ``source-unknown`` where a file is gone.
    """
    at = house.clock()
    async with house.database.reading() as session:
        citizen = await _citizen(session, who)
        reader = Reader(session)
        facts = await access_facts(reader, by, Act.EXPLAIN_RELEASE, (citizens.NAME, citizen), at=at)
        verdict = judge(RULES_OF_ACT[Act.EXPLAIN_RELEASE], facts)
    async with house.database.writing() as session:
        for about in (f"{citizens.NAME}/{citizen}", f"{releases.NAME}/{release_id}"):
            await access_log.note(session, by, Act.EXPLAIN_RELEASE, about, verdict, at=at)
    if not verdict.allowed:
        return Refusal("not-allowed", rules=verdict.refused_by)
    try:
        found = await _explain(house, release_id, citizen)
    except Refused as refused:
        return refused.refusal
    return replace(
        found,
        at_freeze=_told(found.at_freeze, facts),
        at_last_pass=_told(found.at_last_pass, facts),
    )


async def _citizen(session: AsyncSession, who: SubjectId | Named) -> SubjectId:
    if not isinstance(who, Named):
        return who
    known = await resolve(session, who.issuer, [who.identifier])
    return known.get(who.identifier, NOBODY)


def _told(verdict: Verdict | None, facts: AccessFacts) -> Verdict | None:
    if verdict is None:
        return None
    told = reasons_told(verdict.refused_by, facts.roles, facts.relations)
    return replace(verdict, refused_by=told, unknown=tuple(r for r in verdict.unknown if r in told))


async def _explain(house: House, release_id: str, who: SubjectId) -> Explanation:
    async with house.database.reading() as session:
        reader = Reader(session)
        state: ReleaseState = await reader.state(releases, release_id)
        frozen = await frozen_instant(reader, release_id)
        if frozen is None:
            raise Refused(Refusal("release-not-frozen", field="release_id"))
        sources = await read_sources(house, session, state)
        held = any(who in source.people.values() for source in sources)
        first = (await judged(session, state, frozen, [who])).verdicts.get(who)
        second = None
        if state.last_pass is not None:
            again = await to_judge_again(session, frozen, state.last_pass, frozenset({who}))
            if again:
                second = (await judged(session, state, state.last_pass, again)).verdicts.get(who)
    return Explanation(held, first, second, frozen, state.last_pass)
