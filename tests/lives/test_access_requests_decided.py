"""Stories of access requests that are assessed, sent to the committee, decided and closed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from governance.lives.access_requests import commands as ask
from governance.lives.access_requests import events as happened
from governance.lives.access_requests.words import Criterion, RequestKind, RequestStatus
from tests.builders import Walk
from tests.request_builders import (
    ACCEPT,
    ASSESS,
    CLOSE,
    CONFIRM,
    DUE,
    EXTEND,
    FAVOURABLE,
    GRANT,
    LATER,
    NOTHING,
    OF_STATISTICS,
    OFFER,
    OFFICER,
    REFUSE,
    RETURN,
    SEND,
    SUBMIT,
    a_request,
)
from tests.story import given

LONGER = ask.DueFacts(due=LATER)
DECLINE = replace(ACCEPT, accepted=False)
OPEN = [a_request().assessed(), a_request().at_ethics()]


@pytest.mark.parametrize("walk", OPEN)
def test_the_time_to_decide_is_extended_once_and_with_reasons(walk: Walk) -> None:
    story = given(*walk)
    silent = replace(EXTEND, reason=NOTHING)
    story.when(silent, facts=LONGER).refused("reason-missing", field="reason")
    story.when(EXTEND, facts=ask.DueFacts(None)).refused("fact-unknown", field="due")
    story = story.when(EXTEND, facts=LONGER).then(happened.DeadlineExtended)
    assert story.state.decide_by == LATER
    story.when(EXTEND, facts=LONGER).refused("already-extended", field="request_id")


def test_a_request_goes_to_the_committee_only_after_an_assessment() -> None:
    story = given(*a_request().complete())
    story.when(SEND).refused("not-assessed", field="request_id")
    story = story.when(ASSESS, by=OFFICER).then(happened.RequestAssessed)
    assert story.state.assessors == {OFFICER}
    story = story.when(SEND).then(happened.RequestSentToEthics)
    assert story.state.status is RequestStatus.UNDER_ETHICS_REVIEW
    story.when(SEND).refused("request-not-complete", field="request_id")


def test_the_committee_s_opinion_can_still_enter_the_assessment() -> None:
    but_ethics = replace(ASSESS, met=frozenset(Criterion) - {Criterion.G_ETHICS})
    story = given(*a_request().complete()).when(but_ethics).then(happened.RequestAssessed)
    story = story.when(SEND).then(happened.RequestSentToEthics)
    unmet = (Criterion.G_ETHICS.value,)
    story.when(GRANT, facts=FAVOURABLE).refused("criteria-not-met", items=unmet)
    story = story.when(ASSESS).then(happened.RequestAssessed)
    story.when(GRANT, facts=FAVOURABLE).then(happened.RequestDecided)


@pytest.mark.parametrize("criterion", Criterion)
def test_one_criterion_that_is_not_met_refuses_the_grant(criterion: Criterion) -> None:
    lacking = replace(ASSESS, met=frozenset(Criterion) - {criterion})
    story = given(*a_request().assessed()).when(lacking).then(happened.RequestAssessed)
    refused = story.when(GRANT, facts=FAVOURABLE)
    refused.refused("criteria-not-met", field="granted", items=(criterion.value,))


@pytest.mark.parametrize("walk", OPEN)
def test_nothing_is_granted_against_the_committee_or_without_it(walk: Walk) -> None:
    story = given(*walk)
    unknown, against = ask.EthicsFacts(None), ask.EthicsFacts(favourable=False)
    story.when(GRANT, facts=unknown).refused("fact-unknown", field="favourable")
    story.when(GRANT, facts=against).refused("ethics-not-favourable", field="granted")
    story = story.when(GRANT, facts=FAVOURABLE).then(happened.RequestDecided)
    assert story.state.grants


@pytest.mark.parametrize("walk", [a_request().complete(), *OPEN])
def test_a_refusal_needs_no_opinion_and_always_a_reason(walk: Walk) -> None:
    story, unknown = given(*walk), ask.EthicsFacts(None)
    silent = replace(REFUSE, reason=NOTHING)
    story.when(silent, facts=unknown).refused("reason-missing", field="reason")
    story = story.when(REFUSE, facts=unknown).then(happened.RequestDecided)
    assert story.state.granted is False
    assert not story.state.grants


@pytest.mark.parametrize(
    "walk",
    [
        Walk(),
        a_request(),
        a_request().submitted(),
        a_request().returned(),
        a_request().granted(),
        a_request().refused(),
        a_request().withdrawn(),
    ],
)
def test_only_what_is_complete_and_open_is_decided(walk: Walk) -> None:
    for command in (GRANT, REFUSE):
        story = given(*walk).when(command, facts=FAVOURABLE)
        story.refused("request-not-decidable", field="request_id")


@pytest.mark.parametrize("walk", OPEN)
def test_statistics_instead_of_rows_need_the_applicant_s_word(walk: Walk) -> None:
    story = given(*walk)
    story.when(ACCEPT).refused("offer-not-open", field="request_id")
    story = story.when(OFFER).then(happened.StatisticsOffered)
    assert story.state.application.kind is RequestKind.DATASET
    story.when(OFFER).refused("already-offered", field="request_id")
    story = story.when(ACCEPT).then(happened.OfferAnswered)
    assert story.state.application.kind is RequestKind.STATISTICS
    assert not story.state.application.pseudonymised
    story.when(DECLINE).refused("offer-not-open", field="request_id")
    story.when(OFFER).refused("already-statistics", field="request_id")


def test_an_offer_that_is_declined_changes_nothing_and_can_be_repeated() -> None:
    story = given(*a_request().at_ethics()).when(OFFER).then(happened.StatisticsOffered)
    story = story.when(DECLINE).then(happened.OfferAnswered)
    assert story.state.application.kind is RequestKind.DATASET
    story.when(ACCEPT).refused("offer-not-open", field="request_id")
    story.when(OFFER).then(happened.StatisticsOffered)


def test_statistics_are_not_offered_to_whom_asked_for_them() -> None:
    story = given(*a_request(OF_STATISTICS).at_ethics())
    story.when(OFFER).refused("already-statistics", field="request_id")


@pytest.mark.parametrize("walk", [a_request().granted(), a_request().refused()])
def test_a_decided_request_is_closed_and_its_decision_stays(walk: Walk) -> None:
    before = given(*walk).when(CLOSE)
    grants = before.state.grants
    story = before.then(happened.RequestClosed)
    assert story.state.status is RequestStatus.CLOSED
    assert story.state.grants is grants
    story.when(CLOSE).refused("request-not-closable", field="request_id")


@pytest.mark.parametrize("walk", [Walk(), a_request(), a_request().complete(), *OPEN])
def test_what_is_still_open_is_not_closed(walk: Walk) -> None:
    given(*walk).when(CLOSE).refused("request-not-closable", field="request_id")


def test_a_request_completed_after_a_return_gets_its_own_term() -> None:
    story = given(*a_request().returned()).when(SUBMIT).then(happened.RequestSubmitted)
    story.when(RETURN, facts=DUE).then(happened.RequestReturned)
    assert story.when(CONFIRM, facts=DUE).then(happened.RequestComplete).state.decide_by
