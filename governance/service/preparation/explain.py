"""Why somebody was in a release, or was not: judged again as of its instants, and told as far as
the reader may know."""

from __future__ import annotations

from dataclasses import dataclass, replace

from governance.eligibility.access import access_facts
from governance.eligibility.inclusion import Explanation, explain
from governance.eligibility.reader import Reader
from governance.lives import citizens, releases
from governance.policy.access import verdict_on
from governance.policy.access_facts import AccessFacts
from governance.policy.verdict import Verdict
from governance.policy.visibility import reasons_told
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.house import House
from governance.storage import access_log
from governance.storage.access_log import Opened
from governance.storage.driver import Session
from governance.storage.people import resolve
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId

NOBODY = SubjectId("")
"""Whoever an unknown identifier would mean."""


@dataclass(frozen=True, slots=True)
class Named:
    """A citizen by the identifier that an issuer gave her."""

    issuer: str
    identifier: str


async def explain_release(
    house: House, release_id: str, who: SubjectId | Named, *, by: Principal
) -> Explanation | Refusal:
    """Judge one person again as of the freeze, and of the last pass; the read is logged.

    Of the rules that refused, it holds those that the reader may be told; there may have been
    others. Somebody whom nobody knows is held by no source. Refused: ``not-allowed``,
    ``release-not-frozen``.
    """
    at = house.clock()
    async with house.database.reading() as session:
        citizen = await _citizen(session, who)
        reader = Reader(session)
        facts = await access_facts(reader, by, Act.EXPLAIN_RELEASE, (citizens.NAME, citizen), at=at)
        verdict = verdict_on(facts)
    async with house.database.beside() as session:
        about = (f"{citizens.NAME}/{citizen}", f"{releases.NAME}/{release_id}")
        opened = [Opened(one, verdict) for one in about]
        await access_log.note(session, by, [(at, Act.EXPLAIN_RELEASE, opened)])
    if not verdict.allowed:
        return Refusal("not-allowed", rules=verdict.refused_by)
    async with house.database.reading() as session:
        found = await explain(Reader(session), release_id, citizen)
    if found is None:
        return Refusal("release-not-frozen", field="release_id")
    return replace(
        found,
        at_freeze=_told(found.at_freeze, facts),
        at_last_pass=_told(found.at_last_pass, facts),
    )


async def _citizen(session: Session, who: SubjectId | Named) -> SubjectId:
    if not isinstance(who, Named):
        return who
    known = await resolve(session, who.issuer, [who.identifier])
    return known.get(who.identifier, NOBODY)


def _told(verdict: Verdict | None, facts: AccessFacts) -> Verdict | None:
    if verdict is None:
        return None
    told = reasons_told(verdict.refused_by, facts.roles, facts.relations)
    return replace(verdict, refused_by=told, unknown=tuple(r for r in verdict.unknown if r in told))
