"""What a release asks of every citizen, and the facts that her acts come to. Pure.

Both ways of gathering end here: the fold of one citizen's streams, and the phrases of a population.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from governance.lives.consents.standing import (
    Context,
    Standing,
    opted_out,
    own_refusal,
    reach,
    standing,
    study_answer,
)
from governance.lives.consents.state import State
from governance.lives.consents.words import SheetVersion
from governance.policy.release_facts import CitizenFacts
from governance.vocabulary.answers import AgeBand, CellAnswer, Relatives
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import Capacity, SubjectId
from governance.vocabulary.purposes import Cell, DataCategory


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One release's question to every citizen, at one instant."""

    instant: Instant
    cells: tuple[Cell, ...]
    study: str
    cut_off: datetime | None
    """The instant of the permit that counts for opt-outs; None is unknown."""
    sheet_majors: Mapping[str, int | None]
    genetic_sheets: frozenset[SheetVersion]
    """Versions that explain the six items of Ley 14/2007 47."""
    family_linked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who she is on that day, apart from what she has said."""

    selves: frozenset[SubjectId]
    identity_known: bool
    age: AgeBand | None
    died_on: date | None
    mandates: frozenset[tuple[SubjectId, Capacity]]
    protected: bool | None


def context_of(person: Person, at: datetime, sheet_majors: Mapping[str, int | None]) -> Context:
    """What makes her answers count, or not, at that time."""
    return Context(
        at=at,
        selves=person.selves,
        mandates=person.mandates,
        died_on=person.died_on,
        sheet_majors=sheet_majors,
    )


def facts_of(person: Person, said: State, asked: Asked) -> CitizenFacts:
    """A citizen's facts; relatives are joined afterwards by :func:`with_relatives`."""
    context = context_of(person, asked.instant.time, asked.sheet_majors)
    study = study_answer(said, asked.study, context)
    cells = tuple(standing(said, cell, context) for cell in asked.cells)
    by_study = study is not None and study.answer is CellAnswer.ALLOWED
    counting = (study,) if study is not None and by_study else cells
    genomic = tuple(
        stood
        for cell, stood in zip(asked.cells, cells, strict=True)
        if cell.category is DataCategory.GENOMIC
    )
    known = person.identity_known
    return CitizenFacts(
        cells=tuple(stood.answer for stood in cells),
        study=CellAnswer.NONE if study is None else study.answer,
        capacities=frozenset(a.given.capacity for stood in counting for a in stood.by),
        genetic_information_given=_informed(counting if by_study else genomic, asked),
        minor_took_part=all(a.minor_took_part for stood in counting for a in stood.by),
        age=person.age,
        mandate_in_force=any(c is Capacity.SUPPORT for _, c in person.mandates) if known else None,
        protected_adult=person.protected,
        own_refusal=own_refusal(said, context),
        opted_out_now=opted_out(said, context),
        opted_out_at_issue=_opted_out_at(said, context, asked.cut_off),
        reach=reach(said, context),
        relatives=None if asked.family_linked else Relatives.NONE_DECLARED,
        identity_known=known,
    )


def _informed(stood: tuple[Standing, ...], asked: Asked) -> bool:
    return all(a.sheet in asked.genetic_sheets for one in stood for a in one.by)


def _opted_out_at(said: State, context: Context, cut_off: datetime | None) -> bool | None:
    return None if cut_off is None else opted_out(said, replace(context, at=cut_off))


def answers_allow(facts: CitizenFacts | None) -> bool:
    """Whether a relative's own answers allow the same: answers are joined, never verdicts."""
    if facts is None or not facts.identity_known or facts.cells is None:
        return False
    if facts.study is CellAnswer.NONE:
        return all(answer is CellAnswer.ALLOWED for answer in facts.cells)
    return facts.study is CellAnswer.ALLOWED


def answer_of(relatives: Iterable[CitizenFacts | None]) -> Relatives:
    """What declared relatives have answered, taken together."""
    allow = [answers_allow(relative) for relative in relatives]
    if not allow:
        return Relatives.NONE_DECLARED
    return Relatives.ALL_ALLOW if all(allow) else Relatives.SOME_MISSING


def with_relatives(facts: CitizenFacts, answer: Relatives) -> CitizenFacts:
    """The facts, with what declared relatives have answered."""
    return replace(facts, relatives=answer)
