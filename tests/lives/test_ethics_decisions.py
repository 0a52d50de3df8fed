"""Stories of decisions: delivered, conditions met with evidence, overtaken by a new protocol."""

from __future__ import annotations

from dataclasses import replace

import pytest

from governance.lives.ethics.reviews import events as happened
from governance.lives.ethics.reviews.words import EthicsOutcome, ReviewStatus, Vote
from tests.builders import Walk
from tests.ethics_builders import (
    ACCEPT,
    CHAIR,
    CLOSE,
    CONDITION,
    DELIVER,
    DELIVER_CONDITIONS,
    IN_SESSION,
    MAY_VOTE,
    MEETING,
    MEMBERS,
    MODIFY,
    NEXT_MEETING,
    OPEN_NEXT,
    SECRETARY,
    SUBMIT,
    SUSPEND,
    a_review,
    a_vote,
)
from tests.request_builders import NOTHING
from tests.story import Story, given

YES, YES_IF, LATER, NO = Vote.FAVOURABLE, Vote.WITH_CONDITIONS, Vote.PROVISIONAL, Vote.UNFAVOURABLE


def _voted_anew(story: Story, vote: Vote = YES) -> Story:
    story = story.when(OPEN_NEXT, facts=IN_SESSION, by=CHAIR).then(happened.BallotOpened)
    story = story.when(a_vote(vote), facts=MAY_VOTE, by=MEMBERS[0]).then(happened.VoteCast)
    story = story.when(CLOSE, facts=IN_SESSION, by=CHAIR).then(happened.BallotClosed)
    return story.when(DELIVER, by=SECRETARY).then(happened.DecisionDelivered)


@pytest.mark.parametrize(
    ("vote", "favourable"), [(YES, True), (YES_IF, True), (LATER, False), (NO, False)]
)
def test_a_decision_is_what_the_votes_gave(vote: Vote, favourable: bool) -> None:
    deliver = DELIVER_CONDITIONS if vote is YES_IF else DELIVER
    story = given(*a_review().closed(vote)).when(deliver).then(happened.DecisionDelivered)
    assert story.state.outcome == EthicsOutcome(vote.value)
    assert story.state.favourable is favourable
    assert story.state.covers_protocol
    assert story.state.decided_in == MEETING


@pytest.mark.parametrize("walk", [a_review(), a_review().voted(YES), a_review().decided()])
def test_nothing_is_delivered_before_a_ballot_is_closed(walk: Walk) -> None:
    given(*walk).when(DELIVER).refused("ballot-not-closed", field="request_id")


def test_a_decision_has_reasons() -> None:
    story = given(*a_review().closed(YES)).when(replace(DELIVER, reasons=NOTHING))
    story.refused("reasons-missing", field="reasons")


def test_conditions_are_written_down_where_the_votes_wanted_them_and_only_there() -> None:
    story = given(*a_review().closed(YES_IF)).when(DELIVER)
    story.refused("conditions-missing", field="conditions")
    for vote in (YES, LATER, NO):
        story = given(*a_review().closed(vote)).when(DELIVER_CONDITIONS)
        story.refused("conditions-not-decided", field="conditions")


def test_no_two_conditions_share_a_number() -> None:
    twice = replace(DELIVER, conditions=(CONDITION, replace(CONDITION, owner=MEMBERS[0])))
    story = given(*a_review().closed(YES_IF)).when(twice)
    story.refused("condition-twice", field="conditions")


def test_a_condition_is_open_until_evidence_is_accepted() -> None:
    story = given(*a_review().decided(YES_IF))
    assert story.when(ACCEPT).state.open_conditions == (CONDITION,)
    story.when(ACCEPT).refused("evidence-missing", field="condition")
    silent = replace(SUBMIT, evidence=NOTHING)
    story.when(silent).refused("evidence-missing", field="evidence")
    story = story.when(SUBMIT).then(happened.EvidenceSubmitted)
    assert story.state.open_conditions == (CONDITION,)
    story = story.when(SUBMIT).then(happened.EvidenceSubmitted)
    story = story.when(ACCEPT).then(happened.EvidenceAccepted)
    assert story.state.open_conditions == ()
    for command in (SUBMIT, ACCEPT):
        story.when(command).refused("already-accepted", field="condition")


@pytest.mark.parametrize("walk", [a_review(), a_review().decided(), a_review().decided(YES_IF)])
def test_evidence_is_for_a_condition_that_exists(walk: Walk) -> None:
    for command in (SUBMIT, ACCEPT):
        story = given(*walk).when(replace(command, condition=2))
        story.refused("condition-unknown", field="condition")


def test_a_new_protocol_needs_a_new_decision() -> None:
    story = given(*a_review().decided())
    story.when(OPEN_NEXT, facts=IN_SESSION).refused("already-decided", field="request_id")
    story = story.when(MODIFY).then(happened.ProtocolModified)
    assert story.state.protocol == 2
    assert not story.state.covers_protocol
    story = _voted_anew(story)
    assert story.state.covers_protocol
    assert story.state.decided_in == NEXT_MEETING


def test_a_protocol_does_not_change_under_an_open_ballot() -> None:
    story = given(*a_review().voted(YES)).when(MODIFY)
    story.refused("ballot-open", field="request_id")


def test_a_protocol_changed_after_the_vote_is_not_what_was_voted_on() -> None:
    story = given(*a_review().closed(YES)).when(MODIFY).then(happened.ProtocolModified)
    story = story.when(DELIVER).then(happened.DecisionDelivered)
    assert story.state.favourable
    assert story.state.decided_protocol == 1
    assert not story.state.covers_protocol


def test_a_protocol_changed_before_the_vote_is_what_is_voted_on() -> None:
    story = given(*a_review()).when(MODIFY).then(happened.ProtocolModified)
    story = _voted_anew(story)
    assert story.state.decided_protocol == 2
    assert story.state.covers_protocol


def test_a_new_decision_brings_its_own_conditions() -> None:
    story = given(*a_review().decided(YES_IF)).when(SUBMIT).then(happened.EvidenceSubmitted)
    story = story.when(ACCEPT).then(happened.EvidenceAccepted)
    story = story.when(MODIFY).then(happened.ProtocolModified)
    story = story.when(OPEN_NEXT, facts=IN_SESSION).then(happened.BallotOpened)
    story = story.when(a_vote(YES_IF), facts=MAY_VOTE).then(happened.VoteCast)
    story = story.when(CLOSE, facts=IN_SESSION).then(happened.BallotClosed)
    story = story.when(DELIVER_CONDITIONS).then(happened.DecisionDelivered)
    assert story.state.open_conditions == (CONDITION,)


def test_a_provisional_decision_is_voted_on_again() -> None:
    story = _voted_anew(given(*a_review().decided(LATER)))
    assert story.state.favourable


@pytest.mark.parametrize("vote", [YES, YES_IF, NO])
def test_a_decision_is_not_voted_on_twice(vote: Vote) -> None:
    story = given(*a_review().decided(vote)).when(OPEN_NEXT, facts=IN_SESSION)
    story.refused("already-decided", field="request_id")


@pytest.mark.parametrize("vote", [YES, YES_IF])
def test_a_suspended_decision_no_longer_stands_until_a_new_one(vote: Vote) -> None:
    story = given(*a_review().decided(vote)).when(SUSPEND).then(happened.DecisionSuspended)
    assert not story.state.favourable
    story.when(SUSPEND).refused("nothing-to-suspend", field="request_id")
    assert _voted_anew(story).state.favourable


def test_a_decision_can_be_suspended_while_a_new_ballot_runs() -> None:
    story = given(*a_review().decided()).when(MODIFY).then(happened.ProtocolModified)
    story = story.when(OPEN_NEXT, facts=IN_SESSION).then(happened.BallotOpened)
    story = story.when(SUSPEND).then(happened.DecisionSuspended)
    assert story.state.status is ReviewStatus.BALLOT_OPEN


@pytest.mark.parametrize("walk", [a_review(), a_review().decided(LATER), a_review().decided(NO)])
def test_only_a_favourable_decision_is_suspended(walk: Walk) -> None:
    given(*walk).when(SUSPEND).refused("nothing-to-suspend", field="request_id")
