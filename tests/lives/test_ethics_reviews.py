"""Stories of reviews: assigned, abstained from, and balloted blind in a meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from governance.lives.ethics.reviews import commands as ask
from governance.lives.ethics.reviews import events as happened
from governance.lives.ethics.reviews.words import EthicsOutcome, ReviewStatus, Vote
from governance.vocabulary.entries import NO_FACTS, Command
from tests.builders import Walk
from tests.ethics_builders import (
    ACCEPT,
    ASSIGN,
    CHAIR,
    CLOSE,
    DECLARE,
    DELIVER,
    IN_SESSION,
    MAY_VOTE,
    MEETING,
    MEMBERS,
    MODIFY,
    NEXT_MEETING,
    OPEN,
    OPEN_NEXT,
    SENT,
    SUBMIT,
    SUSPEND,
    a_review,
    a_vote,
)
from tests.story import given

FIRST, SECOND = MEMBERS[:2]
YES, YES_IF, LATER, NO, NEITHER = Vote
FOR, FOR_IF, PROVISIONAL, AGAINST = EthicsOutcome
FACTS: dict[type, Any] = {
    ask.AssignFacts: SENT,
    ask.BallotFacts: IN_SESSION,
    ask.VoteFacts: MAY_VOTE,
}
CAST = a_vote(YES)


@pytest.mark.parametrize(
    "command",
    [OPEN, CAST, CLOSE, DECLARE, DELIVER, SUBMIT, ACCEPT, MODIFY, SUSPEND],
    ids=lambda command: command.ACT.value,
)
def test_nothing_happens_in_a_review_that_was_not_assigned(command: Command) -> None:
    facts = FACTS.get(command.FACTS, NO_FACTS)
    given().when(command, facts=facts).refused("review-unknown", field="request_id")


def test_a_review_begins_once_and_only_when_nobody_rewrites_the_request() -> None:
    given().when(ASSIGN, facts=ask.AssignFacts(None)).refused("fact-unknown", field="sent")
    story = given().when(ASSIGN, facts=ask.AssignFacts(sent=False))
    story.refused("request-not-sent", field="request_id")
    story = given().when(ASSIGN, facts=SENT).then(happened.ReviewAssigned)
    assert (story.state.status, story.state.protocol) == (ReviewStatus.ASSIGNED, 1)
    story.when(ASSIGN, facts=SENT).refused("review-exists", field="request_id")


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"on_agenda": None}, "fact-unknown", "on_agenda"),
        ({"quorum": None}, "fact-unknown", "quorum"),
        ({"composition_gaps": None}, "fact-unknown", "composition_gaps"),
        ({"minuted": None}, "fact-unknown", "minuted"),
        ({"on_agenda": False}, "not-on-agenda", "meeting_id"),
        ({"minuted": True}, "meeting-over", "meeting_id"),
        ({"composition_gaps": ("nurse",)}, "composition-incomplete", None),
        ({"quorum": False}, "no-quorum", "meeting_id"),
    ],
)
def test_a_ballot_is_opened_and_closed_in_a_meeting_that_may(
    change: dict[str, Any], code: str, field: str | None
) -> None:
    facts = replace(IN_SESSION, **change)
    given(*a_review()).when(OPEN, facts=facts).refused(code, field=field)
    given(*a_review().voted(YES)).when(CLOSE, facts=facts).refused(code, field=field)


def test_what_the_committee_lacks_is_named() -> None:
    gaps = ("nurse", "ten-members")
    facts = replace(IN_SESSION, composition_gaps=gaps)
    given(*a_review()).when(OPEN, facts=facts).refused("composition-incomplete", items=gaps)


def test_one_ballot_at_a_time() -> None:
    story = given(*a_review().voted(YES))
    story.when(OPEN, facts=IN_SESSION).refused("ballot-open", field="request_id")
    closed = given(*a_review().closed(YES))
    closed.when(OPEN_NEXT, facts=IN_SESSION).refused("decision-not-delivered", field="request_id")


def test_a_ballot_that_a_meeting_left_open_begins_anew_in_the_next() -> None:
    story = given(*a_review().voted(NO, NO)).when(OPEN_NEXT, facts=IN_SESSION)
    story = story.then(happened.BallotOpened)
    assert (story.state.meeting_id, story.state.votes) == (NEXT_MEETING, ())
    story.when(CAST, facts=MAY_VOTE, by=FIRST).then(happened.VoteCast)


def test_nobody_votes_outside_a_ballot() -> None:
    for walk in (a_review(), a_review().closed(YES), a_review().decided()):
        for command, facts in ((CAST, MAY_VOTE), (CLOSE, IN_SESSION)):
            story = given(*walk).when(command, facts=facts, by=FIRST)
            story.refused("ballot-not-open", field="request_id")


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"present": None}, "fact-unknown", "present"),
        ({"has_vote": None}, "fact-unknown", "has_vote"),
        ({"present": False}, "member-not-present", None),
        ({"has_vote": False}, "no-vote", None),
    ],
)
def test_who_votes_has_a_vote_and_is_there(
    change: dict[str, Any], code: str, field: str | None
) -> None:
    facts = replace(MAY_VOTE, **change)
    given(*a_review().opened()).when(CAST, facts=facts, by=FIRST).refused(code, field=field)


def test_a_member_votes_once() -> None:
    story = given(*a_review().opened()).when(CAST, facts=MAY_VOTE, by=FIRST)
    story = story.then(happened.VoteCast)
    story.when(a_vote(NO), facts=MAY_VOTE, by=FIRST).refused("already-voted")
    story.when(a_vote(NO), facts=MAY_VOTE, by=SECOND).then(happened.VoteCast)


@pytest.mark.parametrize(
    "walk", [a_review(), a_review().opened(), a_review().closed(YES), a_review().decided()]
)
def test_a_member_abstains_from_a_request_at_any_time_once(walk: Walk) -> None:
    story = given(*walk).when(DECLARE, by=SECOND).then(happened.InterestDeclared)
    assert story.state.interested == {SECOND}
    story.when(DECLARE, by=SECOND).refused("already-declared")


def test_a_member_with_an_interest_does_not_vote() -> None:
    story = given(*a_review()).when(DECLARE, by=FIRST).then(happened.InterestDeclared)
    story = story.when(OPEN, facts=IN_SESSION).then(happened.BallotOpened)
    story.when(CAST, facts=MAY_VOTE, by=FIRST).refused("member-interested")
    story.when(CAST, facts=MAY_VOTE, by=SECOND).then(happened.VoteCast)


def test_an_interest_declared_after_the_vote_takes_the_vote_away() -> None:
    story = given(*a_review().voted(YES, NO, chair=NEITHER))
    story = story.when(DECLARE, by=FIRST).then(happened.InterestDeclared)
    story.when(CAST, facts=MAY_VOTE, by=FIRST).refused("member-interested")
    story = story.when(CLOSE, facts=IN_SESSION).then(happened.BallotClosed)
    assert story.state.ballot_outcome is AGAINST


def test_a_ballot_without_votes_is_not_closed() -> None:
    story = given(*a_review().opened())
    story.when(CLOSE, facts=IN_SESSION).refused("no-votes", field="request_id")


@pytest.mark.parametrize(
    ("votes", "chair", "outcome"),
    [
        ((YES, YES, NO), None, FOR),
        ((YES, NEITHER, NEITHER, NEITHER), None, FOR),
        ((YES, YES_IF), None, FOR_IF),
        ((YES, YES, YES_IF, LATER), None, FOR),
        ((YES_IF, YES_IF, NO), None, FOR_IF),
        ((NO, NO, YES), None, AGAINST),
        ((LATER, LATER, NO, YES), None, PROVISIONAL),
        ((LATER, NO, YES), None, AGAINST),
        ((NEITHER, NEITHER), None, PROVISIONAL),
        ((YES, NO), None, PROVISIONAL),
        ((YES, NO), NEITHER, PROVISIONAL),
        ((YES, NO, NO), YES, FOR),
        ((YES, NO, NO), YES_IF, FOR_IF),
        ((YES, YES, NO), NO, AGAINST),
        ((YES, YES, LATER), LATER, PROVISIONAL),
        ((YES, YES, NO), LATER, AGAINST),
    ],
)
def test_votes_decide_and_the_chair_s_side_at_a_tie(
    votes: tuple[Vote, ...], chair: Vote | None, outcome: EthicsOutcome
) -> None:
    story = given(*a_review().voted(*votes, chair=chair)).when(CLOSE, facts=IN_SESSION)
    state = story.then(happened.BallotClosed).state
    assert (state.status, state.ballot_outcome) == (ReviewStatus.BALLOT_CLOSED, outcome)
    assert state.outcome is None, "nothing is decided before it is delivered"


def test_without_a_chair_a_tie_is_provisional() -> None:
    nobody = replace(IN_SESSION, chair=None)
    story = given(*a_review().voted(YES, chair=NO)).when(CLOSE, facts=nobody)
    assert story.then(happened.BallotClosed).state.ballot_outcome is PROVISIONAL


def test_a_ballot_remembers_its_meeting() -> None:
    story = given(*a_review()).when(OPEN, facts=IN_SESSION, by=CHAIR)
    assert story.then(happened.BallotOpened).state.meeting_id == MEETING
