"""Why somebody was in a release, or was not: judged again as of its instants."""

from __future__ import annotations

from dataclasses import dataclass

from governance.eligibility.access import access_facts
from governance.eligibility.reader import Reader
from governance.lives import citizens, releases
from governance.lives.releases.state import State as ReleaseState
from governance.policy.access import RULES_OF_ACT
from governance.policy.verdict import Verdict, judge
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.house import House
from governance.service.preparation.cohort import frozen_instant, judged, read_sources
from governance.service.preparation.run import to_judge_again
from governance.storage import access_log
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class Explanation:
    """The verdicts on one person. She was in the package if both instants allowed it."""

    held: bool
    """Whether a source of the release names her at all."""
    at_freeze: Verdict | None
    at_last_pass: Verdict | None
    """None where she was not touched between freeze and hand-over."""
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


async def explain_release(
    house: House, release_id: str, who: SubjectId, *, by: Principal
) -> Explanation | Refusal:
    """Judge one person again as of the freeze, and of the last pass; the read is logged."""
    at = house.clock()
    async with house.database.reading() as session:
        reader = Reader(session)
        about = (citizens.NAME, who)
        facts = await access_facts(reader, by, Act.EXPLAIN_RELEASE, about, at=at)
        verdict = judge(RULES_OF_ACT[Act.EXPLAIN_RELEASE], facts)
    async with house.database.writing() as session:
        asked = f"{release_id} {who}"
        await access_log.note(session, by, Act.EXPLAIN_RELEASE, asked, verdict, at=at)
    if not verdict.allowed:
        return Refusal("not-allowed", rules=verdict.refused_by)
    async with house.database.reading() as session:
        reader = Reader(session)
        state: ReleaseState = await reader.state(releases, release_id)
        frozen = await frozen_instant(reader, release_id)
        if frozen is None:
            return Refusal("release-not-frozen", field="release_id")
        sources = await read_sources(house, session, state)
        held = any(who in source.people.values() for source in sources)
        first = (await judged(session, state, frozen, [who])).verdicts.get(who)
        second = None
        if state.last_pass is not None:
            again = await to_judge_again(session, frozen, state.last_pass, frozenset({who}))
            if again:
                second = (await judged(session, state, state.last_pass, again)).verdicts.get(who)
    return Explanation(held, first, second, frozen, state.last_pass)
