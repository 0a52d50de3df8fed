"""The facts about one release and one citizen, and the named questions that rules ask of them.

Each question is a legal test in a few lines; its docstring is the test in words. A question that
meets an unknown fact answers None, which refuses.
"""

from __future__ import annotations

from governance.policy.release_questions import ReleaseQuestions, both, opposite
from governance.vocabulary.answers import AgeBand, CellAnswer, Relatives
from governance.vocabulary.people import Capacity
from governance.vocabulary.purposes import REACH_ORDER
from governance.vocabulary.regimes import Regime

REPRESENTING = frozenset({Capacity.PARENT, Capacity.GUARDIAN, Capacity.SUPPORT})
"""Capacities in which somebody decides for another person."""

OLDER_MINORS = frozenset({AgeBand.FROM_14, AgeBand.FROM_16})
MINORS = OLDER_MINORS | {AgeBand.UNDER_14}


class Facts(ReleaseQuestions):
    """What the release table is judged on; a rule names one question of this class."""

    __slots__ = ()

    def _any_cell(self, answer: CellAnswer) -> bool | None:
        if self.citizen is None or self.citizen.study is None:
            return None
        if self.citizen.study is CellAnswer.ALLOWED:
            return False
        return answer in self.citizen.cells if self.citizen.cells else None

    def citizen_was_never_asked(self) -> bool | None:
        """No answer stands for a cell that this release uses, and none for this study."""
        return self._any_cell(CellAnswer.NONE)

    def citizen_refused(self) -> bool | None:
        """A refusal stands for a cell that this release uses; a study's own yes stands over it."""
        return self._any_cell(CellAnswer.REFUSED)

    def citizen_withdrew(self) -> bool | None:
        """A withdrawal stands for a cell that this release uses."""
        return self._any_cell(CellAnswer.WITHDRAWN)

    def consent_expired(self) -> bool | None:
        """The day until which the answer was valid, that day included, is over."""
        return self._any_cell(CellAnswer.EXPIRED)

    def consent_is_under_replaced_sheet(self) -> bool | None:
        """A major version replaced the information sheet under which the answer was given."""
        return self._any_cell(CellAnswer.SHEET_INVALID)

    def consent_giver_lost_capacity(self) -> bool | None:
        """The answer was given for the citizen by somebody whose representation has ended."""
        return self._any_cell(CellAnswer.CAPACITY_INVALID)

    def _study_is(self, *answers: CellAnswer) -> bool | None:
        if self.citizen is None or self.citizen.study is None:
            return None
        return self.citizen.study in answers

    def citizen_refused_this_study(self) -> bool | None:
        """A refusal for this very study stands over every general answer."""
        return self._study_is(CellAnswer.REFUSED)

    def citizen_withdrew_from_this_study(self) -> bool | None:
        """A withdrawal from this very study stands over every general answer."""
        return self._study_is(CellAnswer.WITHDRAWN)

    def study_answer_no_longer_stands(self) -> bool | None:
        """The answer to this study expired, or its sheet or giver no longer stands."""
        return self._study_is(
            CellAnswer.EXPIRED, CellAnswer.SHEET_INVALID, CellAnswer.CAPACITY_INVALID
        )

    def citizen_is_opted_out(self) -> bool | None:
        """An opt-out of all secondary use is in effect at this instant."""
        return None if self.citizen is None else self.citizen.opted_out_now

    def citizen_was_opted_out_at_issue(self) -> bool | None:
        """An opt-out was in effect when the permit was first issued, or last widened."""
        return None if self.citizen is None else self.citizen.opted_out_at_issue

    def reach_is_too_short(self) -> bool | None:
        """The recipient stands farther away than the citizen allows; never answered is no."""
        place = self.release.recipient_place
        if self.citizen is None or place is None:
            return None
        allowed = self.citizen.reach
        return allowed is None or REACH_ORDER[allowed] < REACH_ORDER[place]

    def age_is_unknown(self) -> bool | None:
        """No birth date is known, so no rule about age can be kept."""
        return None if self.citizen is None else self.citizen.age is None

    def _age_in(self, bands: frozenset[AgeBand]) -> bool | None:
        if self.citizen is None or self.citizen.age is None:
            return None
        return self.citizen.age in bands

    def minor_decided_alone(self) -> bool | None:
        """Somebody under 18, and an answer that counts was not given by a representative."""
        given_as = self.citizen.capacities if self.citizen is not None else None
        alone = None if given_as is None else not given_as <= REPRESENTING
        return both(self._age_in(MINORS), alone)

    def minor_took_no_part(self) -> bool | None:
        """A representative decided for somebody of 14 to 17 who took no known part."""
        took_part = self.citizen.minor_took_part if self.citizen is not None else None
        return both(self._age_in(OLDER_MINORS), opposite(took_part))

    def minor_refused_herself(self) -> bool | None:
        """The minor's own refusal, which no representative overrides."""
        refused = self.citizen.own_refusal if self.citizen is not None else None
        return both(self._age_in(MINORS), refused)

    def protected_adult_has_no_support(self) -> bool | None:
        """An adult with judicial support measures, for whom no mandate is in force."""
        if self.citizen is None:
            return None
        return both(self.citizen.protected_adult, opposite(self.citizen.mandate_in_force))

    def a_relative_does_not_allow(self) -> bool | None:
        """Data that reveal relatives, and a declared relative whose own answer does not allow."""
        relatives = self.citizen.relatives if self.citizen is not None else None
        missing = None if relatives is None else relatives is Relatives.SOME_MISSING
        return both(self.release.family_linked, missing)

    def identity_is_unknown(self) -> bool | None:
        """Erased, or never registered: nothing can be established about this person."""
        return opposite(self.citizen.identity_known) if self.citizen is not None else None

    def no_genetic_information_was_given(self) -> bool | None:
        """Genomic data, and the answer was given under a sheet without the items of art. 47.

        Under EHDS this binds while the switch says that Ley 14/2007 50.2 still does.
        """
        binds = self.release.genomics_strict if self.release.regime is Regime.EHDS else True
        given = self.citizen.genetic_information_given if self.citizen is not None else None
        return both(both(self.uses_genomic_data(), binds), opposite(given))
