"""Nothing leaks: random lives of citizens and permits, and a release tried after every act.

Three people live: an adult, a girl near 18, and the girl's grown sister, who is a declared relative
of both. What is said goes through the lives; what is asked of the tables goes through the code that
gathers facts; the oracle reads only the clerk's own notes. At every instant both must name the same
people: nobody leaves whom the law keeps in, and nobody is kept in whom it lets out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from governance.lives import consents, permits
from governance.lives.permits import commands as ask
from governance.policy.release import RELEASE as TABLE
from governance.refusals import Refusal
from governance.vocabulary.entries import NO_FACTS, Command
from governance.vocabulary.people import SubjectId
from tests.builders import CITIZEN, MOTHER, an_id
from tests.permit_builders import BEHIND, ISSUE, RESUME, REVOKE, SUSPEND
from tests.properties.judged import (
    content_of,
    facts_of_citizen,
    facts_of_release,
    may_leave,
)
from tests.properties.oracle.people import Act, Citizen, Mandate
from tests.properties.oracle.person import citizen_may_leave
from tests.properties.oracle.study import Release
from tests.properties.oracle.whole import release_may_leave
from tests.properties.scenes import APPLICANT, CELL, CLINICAL, RELEASE, act
from tests.properties.spoken import heard

GIRL, SISTER = an_id(8), an_id(9)
START = datetime(2031, 3, 20, 9, tzinfo=UTC)
TURNS_18 = START.date() + timedelta(days=10)
NAMES = (str(CITIZEN), GIRL, SISTER)
BY_MOTHER: dict[str, Any] = {"giver": MOTHER, "capacity": "parent"}
somebody = st.sampled_from(NAMES)
by_whom = st.sampled_from(["self", "self", "mother", "supporter"])
hours_ago = st.sampled_from([0, 0, 0, 1, 24, 72])
saying = st.sampled_from(["allow", "allow", "allow", "refuse", "withdraw"])
SUPPORTER = an_id(7)


def _people() -> dict[str, Citizen]:
    support = Mandate(by=SUPPORTER, capacity="judicial-support", since=date(2030, 1, 1))
    mother = Mandate(by=MOTHER, capacity="parent", since=date(2020, 1, 1))
    girl = TURNS_18.replace(year=TURNS_18.year - 18)
    kin = frozenset({SISTER})
    return {
        NAMES[0]: Citizen(
            name=NAMES[0], born=date(1980, 4, 10), mandates=(support,), relatives=kin
        ),
        GIRL: Citizen(name=GIRL, born=girl, mandates=(mother,), relatives=kin),
        SISTER: Citizen(name=SISTER, born=date(2000, 2, 29)),
    }


class NothingLeaks(RuleBasedStateMachine):
    """The house and the oracle live through the same days."""

    @initialize(ehds=st.booleans(), wide=st.booleans(), linked=st.booleans())
    def the_permit_is_issued(self, ehds: bool, wide: bool, linked: bool) -> None:
        self.now = START + timedelta(days=7 if ehds else 0)
        self.people = _people()
        self.withdrawn: set[str] = set()
        self.said: dict[str, consents.State] = dict.fromkeys(NAMES, consents.EMPTY)
        cells = frozenset({CELL, CLINICAL} if wide else {CELL})
        data = (replace(RELEASE.datasets[0], family_linked=linked),)
        law = "ehds" if ehds else "programme"
        ends = self.now.date() + timedelta(days=30)
        paper = replace(
            RELEASE.permit, law=law, issued=self.now, ends=ends, cells=cells, applicant=APPLICANT
        )
        self.release = replace(RELEASE, permit=paper, cells=cells, datasets=data)
        self.permit = permits.EMPTY
        command = replace(ISSUE, content=self._content())
        assert self._permit(command, "in-force", BEHIND)
        assert self.permit.regime == law
        for person in map(SubjectId, self.release.permit.undertaken):
            undertaking = ask.SignUndertaking(permit_id=ISSUE.permit_id, person=person)
            assert self._permit(undertaking, "in-force")
        for name in NAMES:
            spoken = BY_MOTHER if name == GIRL else {"giver": name}
            self._hear(name, act(cells=cells, effective=self.now, **spoken))
            self._hear(name, act("reach", reach="worldwide", effective=self.now, **spoken))

    def _content(self) -> Any:
        people = frozenset(map(SubjectId, self.release.permit.named))
        content = content_of(self.release)
        return replace(content, named_persons=people, principal_investigator=min(people))

    def _permit(self, command: Command, status: str, facts: Any = NO_FACTS) -> bool:
        by = min(self.release.permit.named)
        outcome = permits.decide(command, self.permit, facts, by=SubjectId(by), at=self.now)
        if isinstance(outcome, Refusal):
            return False
        self.permit = reduce(permits.evolve, outcome, self.permit)
        assert self.permit.status == status
        paper = replace(self.release.permit, status=status)
        self.release = replace(self.release, permit=paper)
        return True

    def _hear(self, name: str, sentence: Act) -> None:
        after = heard(self.said[name], name, sentence, self.now)
        if not isinstance(after, Refusal):
            self.said[name] = after
            hers = self.people[name]
            if sentence.says == "allow":
                self.withdrawn.discard(name)
            self.people[name] = replace(hers, acts=(*hers.acts, sentence))

    def _spoken(self, name: str, by: str, ago: int) -> dict[str, Any]:
        giver = {"self": name, "mother": str(MOTHER), "supporter": SUPPORTER}[by]
        capacity = {"self": "self", "mother": "parent", "supporter": "judicial-support"}[by]
        when = self.now - timedelta(hours=ago)
        return {"giver": giver, "capacity": capacity, "effective": when}

    @rule(
        name=somebody,
        by=by_whom,
        ago=hours_ago,
        says=saying,
        cells=st.sampled_from([{CELL}, {CLINICAL}, {CELL, CLINICAL}]),
        study=st.sampled_from(["", "", "study", "another"]),
        major=st.sampled_from([1, 1, 2]),
        lasts=st.sampled_from([None, None, 0, 3]),
        part=st.booleans(),
    )
    def somebody_answers(
        self, name: str, by: str, ago: int, says: str, cells: set[str], study: str, **how: Any
    ) -> None:
        spoken = self._spoken(name, by, ago)
        until = None if how["lasts"] is None else self.now.date() + timedelta(days=how["lasts"])
        more = {"major": how["major"], "until": until, "took_part": how["part"]}
        about: dict[str, Any] = {"study": study} if study else {"cells": frozenset(cells)}
        kind = "study" if study else "choice"
        self._hear(name, act(kind, says, **spoken, **about, **more))

    @rule(
        name=somebody,
        by=by_whom,
        ago=hours_ago,
        kind=st.sampled_from(["opt-out", "lift-opt-out", "minor-refusal", "lift-minor-refusal"]),
    )
    def somebody_turns_a_switch(self, name: str, by: str, ago: int, kind: str) -> None:
        self._hear(name, act(kind, "", **self._spoken(name, by, ago)))

    @rule(
        name=somebody,
        by=by_whom,
        ago=hours_ago,
        reach=st.sampled_from(["navarre-and-spain", "eu-eea", "worldwide"]),
    )
    def somebody_says_how_far(self, name: str, by: str, ago: int, reach: str) -> None:
        self._hear(name, act("reach", reach=reach, **self._spoken(name, by, ago)))

    @rule(name=somebody, by=by_whom)
    def somebody_withdraws_everything(self, name: str, by: str) -> None:
        self._hear(name, act("withdraw-everything", "", **self._spoken(name, by, 0)))
        if by == "self":
            self.withdrawn.add(name)

    @rule(days=st.integers(0, 9), hours=st.integers(1, 23))
    def time_passes(self, days: int, hours: int) -> None:
        self.now += timedelta(days=days, hours=hours)

    @rule(name=somebody, what=st.sampled_from(["died", "protected_since"]))
    def a_life_changes(self, name: str, what: str) -> None:
        if name != GIRL and getattr(self.people[name], what) is None:
            changed: dict[str, Any] = {what: self.now.date() - timedelta(days=1)}
            self.people[name] = replace(self.people[name], **changed)

    @rule(name=somebody)
    def a_mandate_ends(self, name: str) -> None:
        hers = self.people[name]
        over = tuple(replace(one, until=self.now.date()) for one in hers.mandates)
        self.people[name] = replace(hers, mandates=over)

    @rule(name=st.sampled_from([GIRL, SISTER]))
    def somebody_is_erased(self, name: str) -> None:
        self.people[name] = replace(self.people[name], entry="erased", relatives=frozenset())

    @rule(how=st.sampled_from([(SUSPEND, "suspended"), (RESUME, "in-force"), (REVOKE, "revoked")]))
    def the_authority_acts(self, how: tuple[Command, str]) -> None:
        self._permit(*how)

    @rule(
        suspended=st.booleans(),
        protocol=st.sampled_from([1, 1, 2]),
        open_conditions=st.sampled_from([0, 0, 1]),
        outcome=st.sampled_from(["favourable", "favourable-with-conditions", "unfavourable"]),
    )
    def the_committee_decides(self, protocol: int, **paper: Any) -> None:
        decided = replace(self.release.ethics, protocol_now=protocol, **paper)
        self.release = replace(self.release, ethics=decided)

    @rule(stopped=st.booleans(), sheet=st.sampled_from([1, 1, 2]), strict=st.booleans())
    def the_programme_changes(self, stopped: bool, sheet: int, strict: bool) -> None:
        self.release = replace(
            self.release, stopped=stopped, sheet_major=sheet, strict_on_genomics=strict
        )

    def _released(self, release: Release, permit: permits.State | None = None) -> set[str]:
        whole = facts_of_release(release, self.now, permit)
        return {
            name
            for name, one in self.people.items()
            if may_leave(
                TABLE,
                whole,
                facts_of_citizen(one, release, self.now, self.people, self.said),
                self.now,
            )
        }

    def _allowed(self, release: Release) -> set[str]:
        return {
            name
            for name, one in self.people.items()
            if release_may_leave(release, self.now)
            and citizen_may_leave(one, release, self.now, self.people)
        }

    @invariant()
    def exactly_those_leave_whom_the_law_lets_out(self) -> None:
        """Now, and as if nothing but the citizens' own words stood in the way."""
        if not hasattr(self, "people"):
            return
        assert self._released(self.release, self.permit) == self._allowed(self.release)
        paper = replace(self.release.permit, status="in-force", ends=date(2039, 1, 1))
        calm = replace(self.release, permit=paper, ethics=RELEASE.ethics, stopped=False)
        released = self._released(calm)
        assert released == self._allowed(calm)
        assert not released & self.withdrawn


TestNothingLeaks = NothingLeaks.TestCase
TestNothingLeaks.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)
