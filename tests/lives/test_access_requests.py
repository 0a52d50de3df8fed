"""Stories of access requests: written, handed in, returned, completed, withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from governance.lives.access_requests import commands as ask
from governance.lives.access_requests import events as happened
from governance.lives.access_requests.words import Item, RequestStatus
from governance.vocabulary.entries import NO_FACTS, Command
from governance.vocabulary.erasable import Erasable
from governance.vocabulary.purposes import ProhibitedUse, Purpose, RecipientKind
from tests.builders import STRANGER, Walk, at_noon
from tests.request_builders import (
    APPLICANT,
    APPLICATION,
    ASSESS,
    CLOSE,
    COMPLETE_BY,
    CONFIRM,
    DATASET,
    DECIDE_BY,
    DRAFT,
    DUE,
    DUE_TO_COMPLETE,
    EDIT,
    EXTEND,
    INVESTIGATOR,
    NOTHING,
    OF_STATISTICS,
    OFFER,
    RETURN,
    SEND,
    SUBMIT,
    WITHDRAW,
    a_request,
)
from tests.story import given

ON_TIME, TOO_LATE = at_noon(2026, 11, 2), at_noon(2026, 11, 3)


def test_whoever_drafts_a_request_is_its_applicant() -> None:
    story = given().when(DRAFT, by=APPLICANT).then(happened.RequestDrafted)
    assert story.state.status is RequestStatus.DRAFT
    assert story.state.applicant == APPLICANT
    assert story.state.named_persons == {INVESTIGATOR}
    story.when(DRAFT, by=STRANGER).refused("request-exists", field="request_id")


@pytest.mark.parametrize("walk", [a_request(), a_request().returned()])
def test_a_draft_and_what_was_returned_can_be_written_anew(walk: Walk) -> None:
    renamed = replace(APPLICATION, study="another study")
    story = given(*walk).when(replace(EDIT, application=renamed), by=STRANGER)
    state = story.then(happened.RequestEdited).state
    assert (state.application, state.applicant) == (renamed, APPLICANT)


@pytest.mark.parametrize(
    "walk",
    [
        Walk(),
        a_request().submitted(),
        a_request().complete(),
        a_request().at_ethics(),
        a_request().granted(),
        a_request().withdrawn(),
    ],
)
@pytest.mark.parametrize("command", [EDIT, SUBMIT])
def test_what_was_handed_in_is_no_longer_written(walk: Walk, command: Command) -> None:
    given(*walk).when(command).refused("request-not-editable", field="request_id")


@pytest.mark.parametrize(
    ("change", "item"),
    [
        ({"named_persons": frozenset({STRANGER})}, Item.A_APPLICANT),
        ({"purposes": frozenset()}, Item.B_PURPOSE),
        ({"purposes": frozenset({Purpose.EDUCATION})}, Item.B_PURPOSE),
        ({"cells": frozenset()}, Item.B_PURPOSE),
        ({"recipient": RecipientKind.COMMERCIAL}, Item.B_PURPOSE),
        ({"study": " "}, Item.B_PURPOSE),
        ({"datasets": frozenset()}, Item.D_DATA),
        ({"columns": frozenset()}, Item.D_DATA),
        ({"columns": frozenset({(DATASET, "age"), ("other", "age")})}, Item.D_DATA),
        ({"starts": APPLICATION.ends, "ends": APPLICATION.starts}, Item.H_PERIOD),
        ({"tools": ()}, Item.I_TOOLS),
        ({"environment_id": ""}, Item.I_TOOLS),
        ({"opt_out_override": True}, Item.K_OVERRIDE),
    ],
)
def test_an_item_that_is_missing_is_named(change: dict[str, Any], item: Item) -> None:
    story = given(*a_request(replace(APPLICATION, **change))).when(SUBMIT)
    story.refused("items-missing", field="application", items=(item.value,))


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("benefit", Item.C_BENEFIT),
        ("pseudonymisation", Item.E_PSEUDONYMISED),
        ("brought_in", Item.F_BROUGHT_IN),
        ("safeguards", Item.G_SAFEGUARDS),
        ("ethics_information", Item.J_ETHICS),
    ],
)
def test_a_text_that_is_missing_is_named(text: str, item: Item) -> None:
    change: dict[str, Any] = {text: NOTHING}
    story = given(*a_request()).when(replace(EDIT, **change))
    story = story.then(happened.RequestEdited).when(SUBMIT)
    story.refused("items-missing", field="application", items=(item.value,))


def test_everything_missing_is_named_at_once() -> None:
    empty = replace(APPLICATION, purposes=frozenset(), tools=(), columns=frozenset())
    edited = replace(EDIT, application=empty, benefit=NOTHING, safeguards=NOTHING)
    story = given(*a_request()).when(edited).then(happened.RequestEdited).when(SUBMIT)
    missing = (Item.B_PURPOSE, Item.C_BENEFIT, Item.D_DATA, Item.G_SAFEGUARDS, Item.I_TOOLS)
    story.refused("items-missing", items=tuple(item.value for item in missing))


def test_who_asks_for_anonymised_data_need_not_justify_pseudonyms() -> None:
    anonymised = replace(APPLICATION, pseudonymised=False)
    edited = replace(EDIT, application=anonymised, pseudonymisation=NOTHING)
    story = given(*a_request()).when(edited).then(happened.RequestEdited)
    story.when(SUBMIT).then(happened.RequestSubmitted)


def test_a_text_that_was_erased_was_there_once() -> None:
    story = given(*a_request()).when(replace(EDIT, benefit=Erasable(None, "00" * 32)))
    story.then(happened.RequestEdited).when(SUBMIT).then(happened.RequestSubmitted)


def test_a_use_that_is_prohibited_is_not_asked_for() -> None:
    uses = frozenset({ProhibitedUse.DISCRIMINATION, ProhibitedUse.ADVERTISING})
    story = given(*a_request(replace(APPLICATION, declared_uses=uses))).when(SUBMIT)
    named = ("advertising", "discrimination")
    story.refused("prohibited-use-declared", field="declared_uses", items=named)


def test_a_request_for_statistics_never_asks_for_rows() -> None:
    story = given(*a_request(replace(OF_STATISTICS, pseudonymised=True))).when(SUBMIT)
    story.refused("row-level-output", field="pseudonymised")
    given(*a_request(OF_STATISTICS)).when(SUBMIT).then(happened.RequestSubmitted)


def test_a_request_is_returned_item_by_item_with_reasons() -> None:
    story = given(*a_request().submitted())
    story.when(RETURN, facts=ask.DueFacts(None)).refused("fact-unknown", field="due")
    nothing = replace(RETURN, items=frozenset())
    story.when(nothing, facts=DUE_TO_COMPLETE).refused("no-items-named", field="items")
    silent = replace(RETURN, reason=NOTHING)
    story.when(silent, facts=DUE_TO_COMPLETE).refused("reason-missing", field="reason")
    state = story.when(RETURN, facts=DUE_TO_COMPLETE).then(happened.RequestReturned).state
    assert state.returned_items == {Item.G_SAFEGUARDS}
    assert state.complete_by == COMPLETE_BY


def test_what_was_returned_is_completed_in_four_weeks_or_closed() -> None:
    story = given(*a_request().returned())
    story.when(CLOSE, at=ON_TIME).refused("request-not-closable")
    story.when(SUBMIT, at=ON_TIME).then(happened.RequestSubmitted)
    story.when(SUBMIT, at=TOO_LATE).refused("completion-too-late", field="request_id")
    closed = story.when(CLOSE, at=TOO_LATE).then(happened.RequestClosed)
    assert closed.state.status is RequestStatus.CLOSED
    assert not closed.state.grants


def test_what_was_completed_in_time_waits_for_the_officer_and_is_not_closed() -> None:
    story = given(*a_request().returned()).when(SUBMIT).then(happened.RequestSubmitted)
    story.when(CLOSE, at=TOO_LATE).refused("request-not-closable", field="request_id")


def test_a_complete_request_has_a_day_by_which_it_is_decided() -> None:
    story = given(*a_request().submitted())
    story.when(CONFIRM, facts=ask.DueFacts(None)).refused("fact-unknown", field="due")
    state = story.when(CONFIRM, facts=DUE).then(happened.RequestComplete).state
    assert (state.status, state.decide_by) == (RequestStatus.COMPLETE, DECIDE_BY)


@pytest.mark.parametrize("walk", [Walk(), a_request(), a_request().complete()])
@pytest.mark.parametrize("command", [RETURN, CONFIRM])
def test_only_what_was_handed_in_is_checked(walk: Walk, command: Command) -> None:
    given(*walk).when(command, facts=DUE).refused("request-not-submitted", field="request_id")


@pytest.mark.parametrize(
    "walk",
    [
        a_request(),
        a_request().submitted(),
        a_request().returned(),
        a_request().complete(),
        a_request().at_ethics(),
    ],
)
def test_the_applicant_gives_up_at_any_time_before_the_decision(walk: Walk) -> None:
    story = given(*walk).when(WITHDRAW).then(happened.RequestWithdrawn)
    assert story.state.status is RequestStatus.CLOSED
    assert not story.state.grants
    story.when(WITHDRAW).refused("request-not-open", field="request_id")


@pytest.mark.parametrize("walk", [Walk(), a_request().granted(), a_request().refused()])
def test_what_was_decided_is_no_longer_withdrawn(walk: Walk) -> None:
    given(*walk).when(WITHDRAW).refused("request-not-open", field="request_id")


@pytest.mark.parametrize("walk", [Walk(), a_request(), a_request().submitted()])
@pytest.mark.parametrize("command", [EXTEND, ASSESS, SEND, OFFER])
def test_nothing_is_assessed_before_it_is_complete(walk: Walk, command: Command) -> None:
    facts = DUE if command is EXTEND else NO_FACTS
    given(*walk).when(command, facts=facts).refused("request-not-complete")
