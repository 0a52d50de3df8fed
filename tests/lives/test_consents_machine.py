"""A consent life of random acts against a naive model that reads all acts afresh each time.

Acts are keyed in any order, with any effective time; two parents and the citizen speak; mandates
end; answers expire. The model keeps sentences, not states, and asks each question the long way.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from governance.lives import consents
from governance.lives.consents import commands as ask
from governance.lives.consents.standing import Context, standing, standings, study_answer
from governance.lives.consents.words import Says
from governance.vocabulary.answers import CellAnswer
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, SubjectId
from governance.vocabulary.purposes import Cell
from tests.builders import (
    CITIZEN,
    CLINICAL,
    FATHER,
    GENOMIC,
    MAY,
    MOTHER,
    SHEET,
    a_choice,
    a_study_answer,
    day,
    given_by,
)

GIVERS = (CITIZEN, MOTHER, FATHER)
LAST = 5
EVERYTHING = "everything"
Target = Cell | str
some_day = st.integers(0, LAST - 1)
some_giver = st.sampled_from(GIVERS)
some_saying = st.sampled_from(list(Says))
some_end = st.none() | st.integers(0, 2)


@dataclass(frozen=True)
class Sentence:
    """What somebody said, as a clerk would write it down."""

    number: int
    giver: SubjectId
    on: datetime
    about: frozenset[Target]
    says: Says
    until: date | None = None
    major: int = 1


def _outweighs(one: Sentence, other: Sentence) -> bool:
    """Whether the later sentence stands instead of the other, both by the same giver."""
    if one.on != other.on:
        return one.on > other.on
    strength = {Says.ALLOW: "a", Says.REFUSE: "b", Says.WITHDRAW: "c"}
    if one.says is not other.says:
        return strength[one.says] > strength[other.says]
    return one.number > other.number


class ConsentLife(RuleBasedStateMachine):
    """The life and the clerk hear the same; they must agree about what stands."""

    def __init__(self) -> None:
        super().__init__()
        self.state: consents.State = consents.EMPTY
        self.said: list[Sentence] = []
        self.mandates = frozenset({MOTHER, FATHER})
        self.major: int | None = 1
        self.died_on: date | None = None

    def _carry_out(self, command: Command) -> None:
        outcome = consents.decide(command, self.state, MAY, by=CITIZEN, at=day(LAST))
        assert isinstance(outcome, list), outcome
        for event in outcome:
            self.state = consents.evolve(self.state, event)

    def _hear(self, giver: SubjectId, on: int, about: set[Target], says: Says, **more: Any) -> None:
        number = len(self.said)
        targets = frozenset(about)
        self.said.append(Sentence(number, giver, day(on), targets, says, **more))

    @rule(
        giver=some_giver,
        on=some_day,
        cells=st.sets(st.sampled_from([GENOMIC, CLINICAL]), min_size=1),
        says=some_saying,
        lasts=some_end,
        major=st.sampled_from([1, 1, 1, 2]),
    )
    def choose(
        self,
        giver: SubjectId,
        on: int,
        cells: set[Cell],
        says: Says,
        lasts: int | None,
        major: int,
    ) -> None:
        until = None if lasts is None else day_of(day(on + lasts))
        given = given_by(giver, effective=day(on))
        self._carry_out(
            a_choice(says, *cells, given=given, major=major, until=until, took_part=True)
        )
        self._hear(giver, on, {*cells}, says, until=until, major=major)

    @rule(giver=some_giver, on=some_day, says=some_saying)
    def answer_the_study(self, giver: SubjectId, on: int, says: Says) -> None:
        given = given_by(giver, effective=day(on))
        self._carry_out(a_study_answer(says, given=given))
        self._hear(giver, on, {"study"}, says)

    @rule(giver=some_giver, on=some_day)
    def withdraw_everything(self, giver: SubjectId, on: int) -> None:
        given = given_by(giver, effective=day(on))
        self._carry_out(ask.WithdrawEverything(citizen=CITIZEN, given=given))
        self._hear(giver, on, {EVERYTHING}, Says.WITHDRAW)

    @rule(parent=st.sampled_from([MOTHER, FATHER]))
    def a_mandate_ends(self, parent: SubjectId) -> None:
        self.mandates -= {parent}

    @rule(major=st.sampled_from([None, 1, 1, 2]))
    def a_sheet_is_replaced(self, major: int | None) -> None:
        self.major = major

    @rule(on=some_day)
    def the_citizen_dies(self, on: int) -> None:
        self.died_on = day_of(day(on))

    def _naively(self, target: Target, at: datetime) -> CellAnswer | None:
        heard = [one for one in self.said if one.on <= at]
        if target == "study" and not any("study" in one.about for one in heard):
            return None
        meanings = set()
        for giver in GIVERS:
            hers = [one for one in heard if one.giver == giver]
            hers = [one for one in hers if one.about & {target, EVERYTHING}]
            for one in hers:
                if not any(_outweighs(other, one) for other in hers):
                    meanings.add(self._meaning(one, at))
        order = "refused withdrawn allowed expired sheet-invalid capacity-invalid none"
        found = {meaning.value for meaning in meanings} | {"none"}
        return CellAnswer(next(name for name in order.split() if name in found))

    def _meaning(self, one: Sentence, at: datetime) -> CellAnswer:
        if one.giver != CITIZEN and one.giver not in self.mandates:
            return CellAnswer.CAPACITY_INVALID
        if one.says is Says.REFUSE:
            return CellAnswer.REFUSED
        if one.says is Says.WITHDRAW:
            return CellAnswer.WITHDRAWN
        if self.died_on is not None and self.died_on < day_of(one.on):
            return CellAnswer.CAPACITY_INVALID
        if one.major != self.major:
            return CellAnswer.SHEET_INVALID
        over = one.until is not None and one.until < day_of(at)
        return CellAnswer.EXPIRED if over else CellAnswer.ALLOWED

    def _context(self, at: datetime) -> Context:
        return Context(
            at=at,
            selves=frozenset({CITIZEN}),
            mandates=frozenset((who, Capacity.PARENT) for who in self.mandates),
            died_on=self.died_on,
            sheet_majors={SHEET: self.major},
        )

    @invariant()
    def life_and_clerk_agree_at_every_instant(self) -> None:
        spoken = {one.on for one in self.said} | {day(LAST)}
        for at in spoken | {when - timedelta(microseconds=1) for when in spoken}:
            context = self._context(at)
            together = standings(self.state, (GENOMIC, CLINICAL), context)
            for cell in (GENOMIC, CLINICAL):
                found = standing(self.state, cell, context)
                assert together[cell] == found
                assert together[cell].said == found.said
                assert found.answer is self._naively(cell, at)
                assert bool(found.by) is (found.answer is CellAnswer.ALLOWED)
            study = study_answer(self.state, "study", context)
            expected = self._naively("study", at)
            assert (study.answer if study else None) is expected

    @invariant()
    def a_no_said_last_by_the_citizen_is_never_undone(self) -> None:
        own = [one for one in self.said if one.giver == CITIZEN]
        last = max((one.on for one in own), default=None)
        final = {one.says for one in own if one.on == last and GENOMIC in one.about}
        if final & {Says.REFUSE, Says.WITHDRAW}:
            found = standing(self.state, GENOMIC, self._context(day(LAST)))
            assert found.answer is not CellAnswer.ALLOWED


TestConsentLife = ConsentLife.TestCase
TestConsentLife.settings = settings(max_examples=150, stateful_step_count=15, deadline=None)
