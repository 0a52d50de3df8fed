"""Questions whether records may leave: of one citizen, of a list, of everyone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from governance.eligibility.decisions import Judged, Use, judged_use, release_of
from governance.eligibility.relations import VERDICTS
from governance.lives import citizens
from governance.lives.releases.state import State as ReleaseState
from governance.policy.visibility.small_counts import shown_parts
from governance.policy.visibility_facts import View
from governance.refusals import Refusal
from governance.storage.access_log import Opened
from governance.storage.people import resolve_all
from governance.storage.queries.population import duplicates
from governance.views.decisions.shown import (
    Counts,
    Decided,
    Named,
    PeopleDecided,
    PopulationDecided,
)
from governance.views.decisions.telling import head_of, teller
from governance.views.question import About, Looking, Question, only
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId

D = TypeVar("D", bound=Decided)
Asked = Named | SubjectId
"""A citizen by an identifier, or by her id here."""
MOST_PEOPLE = 10_000
NOBODY: About = (VERDICTS, "")
"""What may leave, of nobody in particular: whether somebody may ask at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateAccess(Question[PeopleDecided]):
    """May the record of this citizen leave for this use?

    Nobody, and whoever is not this reader's to ask about, come out alike: ``not-known`` where she
    may ask about others, or nothing at all.
    """

    ACT: ClassVar[Act] = Act.READ_VERDICTS
    ABOUT: ClassVar[str] = VERDICTS
    EACH: ClassVar[bool] = True
    use: Use
    person: Asked

    async def answer(self, looking: Looking) -> PeopleDecided | None:
        """One decision, and the verdict on the use itself. None without such a permit.

        Nothing is judged for whoever may not ask: how long it takes would tell that there is both.
        """
        [who] = await _meant(looking, [self.person])
        about = (VERDICTS, who) if who else NOBODY
        verdict = await looking.verdict_on(self.ACT, about)
        if not verdict.allowed:
            about = NOBODY
        allowed = verdict.allowed or await looking.may(self.ACT, NOBODY)
        release = await release_of(looking.then, self.use)
        if release is not None and who:
            _note(looking, release, [Opened(f"{citizens.NAME}/{who}", verdict)])
        if release is None or not allowed:
            return None
        people = [who] if who and verdict.allowed else []
        judged = await judged_use(looking.then, release, looking.instant, people)
        return await _of_people(looking, judged, [who if verdict.allowed else None], about)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateAccessOfMany(Question[PeopleDecided | Refusal]):
    """May the records of these citizens leave for this use? Up to 10,000, in their order."""

    ACT: ClassVar[Act] = Act.READ_VERDICTS
    ABOUT: ClassVar[str] = VERDICTS
    use: Use
    people: Sequence[Asked]

    async def answer(self, looking: Looking) -> PeopleDecided | Refusal | None:
        """A decision for each. Refused with ``too-many-people``."""
        if len(self.people) > MOST_PEOPLE:
            return Refusal("too-many-people", field="people")
        meant = await _meant(looking, self.people)
        judged = await _judged(looking, self.use, [who for who in meant if who])
        if judged is None:
            return None
        verdict = await looking.verdict_on(self.ACT, NOBODY)
        opened = [Opened(f"{citizens.NAME}/{who}", verdict) for who in judged.people.verdicts]
        _note(looking, judged.release, opened)
        return await _of_people(looking, judged, meant, NOBODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateAccessOfAll(Question[PopulationDecided]):
    """The records of how many could leave for this use, of everybody whom the register knows?"""

    ACT: ClassVar[Act] = Act.READ_VERDICT_COUNTS
    ABOUT: ClassVar[str] = VERDICTS
    use: Use

    async def answer(self, looking: Looking) -> PopulationDecided | None:
        """Numbers of people; nobody's record is opened. None without such a permit."""
        judged = await _judged(looking, self.use, None)
        if judged is None:
            return None
        _note(looking, judged.release, [])
        visible = await looking.sees(View.VERDICT, NOBODY)
        people = judged.people
        allowed = len(people.allowed)
        whole = PopulationDecided(
            **await head_of(looking, judged),
            counts=_counts(allowed, len(people) - allowed, exact="counts_by_rule" in visible),
            counts_by_rule=people.refused_by_rule(),
        )
        return _shown(whole, visible)


async def _meant(looking: Looking, people: Sequence[Asked]) -> list[SubjectId | None]:
    """Whom each of these means, by the entry that lives on; None is nobody."""
    session = looking.now.session
    named = {one: (one.issuer, one.identifier) for one in people if isinstance(one, Named)}
    found = await resolve_all(session, named.values())
    merged = dict(await duplicates(session, looking.instant.position))

    def survivor(who: str | None) -> SubjectId | None:
        while who in merged:
            who = merged[who]
        return SubjectId(who) if who else None

    return [survivor(found.get(named[one]) if isinstance(one, Named) else one) for one in people]


async def _judged(looking: Looking, use: Use, people: Sequence[SubjectId] | None) -> Judged | None:
    release = await release_of(looking.then, use)
    if release is None:
        return None
    return await judged_use(looking.then, release, looking.instant, people)


def _note(looking: Looking, release: ReleaseState, opened: list[Opened]) -> None:
    """Reads of people are logged with what they were for, and under which permit."""
    recipe = release.recipe
    if recipe is None:
        return
    purposes = frozenset(cell.purpose for cell in recipe.cells)
    looking.opened.extend(replace(one, purposes=purposes) for one in opened)


async def _of_people(
    looking: Looking, judged: Judged, people: Sequence[SubjectId | None], about: About
) -> PeopleDecided:
    visible = await looking.sees(View.VERDICT, about)
    tells = await teller(looking, judged, about, visible)
    head = _shown(PeopleDecided(**await head_of(looking, judged)), visible)
    return replace(head, people=tells.of(people))


def _shown(whole: D, visible: frozenset[str]) -> D:
    """With the fields of the table that she sees; what was judged she has said herself."""
    return replace(only(whole, visible), cells=whole.cells, datasets=whole.datasets)


def _counts(allowed: int, refused: int, *, exact: bool) -> Counts:
    if exact:
        return Counts(allowed + refused, allowed, refused)
    shown = shown_parts({"allowed": allowed, "refused": refused})
    return Counts(shown.total, shown.parts["allowed"], shown.parts["refused"])
