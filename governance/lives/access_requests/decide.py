"""What may become of an access request: domain reasons only; who may ask is decided before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from governance.lives.access_requests.attachments import attach, remove
from governance.lives.access_requests.commands import (
    AnswerOffer,
    AttachDocument,
    CloseRequest,
    ConfirmComplete,
    DecideRequest,
    DraftRequest,
    DueFacts,
    EditRequest,
    EthicsFacts,
    ExtendDeadline,
    OfferStatistics,
    RecordAssessment,
    RemoveAttachment,
    ReturnRequest,
    SendToEthics,
    SubmitRequest,
    WithdrawRequest,
)
from governance.lives.access_requests.events import (
    DeadlineExtended,
    OfferAnswered,
    RequestAssessed,
    RequestClosed,
    RequestComplete,
    RequestDecided,
    RequestDrafted,
    RequestEdited,
    RequestReturned,
    RequestSentToEthics,
    RequestSubmitted,
    RequestWithdrawn,
    StatisticsOffered,
)
from governance.lives.access_requests.state import TEXTS, State, missing_items
from governance.lives.access_requests.words import (
    EDITABLE,
    Criterion,
    RequestKind,
    RequestStatus,
)
from governance.refusals import Refusal
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId

CODES = (
    "request-exists",
    "request-not-editable",
    "request-not-submitted",
    "request-not-complete",
    "request-not-open",
    "request-not-decidable",
    "request-not-closable",
    "items-missing",
    "prohibited-use-declared",
    "row-level-output",
    "completion-too-late",
    "no-items-named",
    "reason-missing",
    "already-extended",
    "not-assessed",
    "criteria-not-met",
    "ethics-not-favourable",
    "offer-not-open",
    "already-offered",
    "already-statistics",
    "attaching-closed",
    "attachment-exists",
    "attachment-unknown",
    "attachment-handed-in",
    "attachment-name-unfit",
    "attachment-not-pdf",
    "attachment-too-large",
    "attachment-differs",
    "too-many-attachments",
    "fact-unknown",
)
BEING_DECIDED = (RequestStatus.COMPLETE, RequestStatus.UNDER_ETHICS_REVIEW)
OVER = (RequestStatus.NONE, RequestStatus.DECIDED, RequestStatus.CLOSED)
Outcome = list[Event] | Refusal


def decide(command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime) -> Outcome:
    """The events that the command leads to, or the refusal."""
    match command:
        case DraftRequest() | EditRequest():
            return _write(command, state, by, at)
        case AttachDocument():
            return attach(command, state, facts, by, at)
        case RemoveAttachment():
            return remove(command, state, facts, by, at)
        case SubmitRequest():
            return _submit(state, by, at)
        case ReturnRequest() | ConfirmComplete():
            return _check(command, state, facts, by, at)
        case ExtendDeadline():
            return _extend(command, state, facts, by, at)
        case RecordAssessment() | SendToEthics():
            return _assess(command, state, by, at)
        case DecideRequest():
            return _decide(command, state, facts, by, at)
        case OfferStatistics() | AnswerOffer():
            return _offer(command, state, by, at)
        case WithdrawRequest():
            if state.status in OVER:
                return Refusal("request-not-open", field="request_id")
            return [RequestWithdrawn(at=at, by=by)]
        case CloseRequest():
            return _close(state, by, at)
        case _:
            raise TypeError(f"access requests do not know {type(command).__name__}")


def _write(
    command: DraftRequest | EditRequest, state: State, by: SubjectId, at: datetime
) -> Outcome:
    values = {name: getattr(command, name) for name in ("application", *TEXTS)}
    if isinstance(command, DraftRequest):
        if state.status is not RequestStatus.NONE:
            return Refusal("request-exists", field="request_id")
        return [RequestDrafted(at=at, by=by, **values)]
    if state.status not in EDITABLE:
        return Refusal("request-not-editable", field="request_id")
    return [RequestEdited(at=at, by=by, **values)]


def _submit(state: State, by: SubjectId, at: datetime) -> Outcome:
    if state.status not in EDITABLE or state.application is None:
        return Refusal("request-not-editable", field="request_id")
    if is_late(state, at):
        return Refusal("completion-too-late", field="request_id")
    if missing := missing_items(state.application, state.texts):
        return Refusal("items-missing", field="application", items=missing)
    if state.application.kind is RequestKind.STATISTICS and state.application.pseudonymised:
        return Refusal("row-level-output", field="pseudonymised")
    if uses := state.application.declared_uses:
        return Refusal("prohibited-use-declared", field="declared_uses", items=tuple(sorted(uses)))
    return [RequestSubmitted(at=at, by=by)]


def is_late(state: State, at: datetime) -> bool:
    """The four weeks to complete it are over (EHDS 68(4))."""
    return state.complete_by is not None and day_of(at) > state.complete_by


def _check(
    command: ReturnRequest | ConfirmComplete,
    state: State,
    facts: DueFacts,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    if state.status is not RequestStatus.SUBMITTED:
        return Refusal("request-not-submitted", field="request_id")
    if facts.due is None:
        return Refusal("fact-unknown", field="due")
    if isinstance(command, ConfirmComplete):
        return [RequestComplete(at=at, by=by, decide_by=facts.due)]
    if not command.items:
        return Refusal("no-items-named", field="items")
    if not (command.reason.value or "").strip():
        return Refusal("reason-missing", field="reason")
    items, reason = command.items, command.reason
    return [RequestReturned(at=at, by=by, items=items, complete_by=facts.due, reason=reason)]


def _extend(
    command: ExtendDeadline, state: State, facts: DueFacts, by: SubjectId, at: datetime
) -> Outcome:
    if state.status not in BEING_DECIDED:
        return Refusal("request-not-complete", field="request_id")
    if state.extended:
        return Refusal("already-extended", field="request_id")
    if not (command.reason.value or "").strip():
        return Refusal("reason-missing", field="reason")
    if facts.due is None:
        return Refusal("fact-unknown", field="due")
    return [DeadlineExtended(at=at, by=by, decide_by=facts.due, reason=command.reason)]


def _assess(
    command: RecordAssessment | SendToEthics, state: State, by: SubjectId, at: datetime
) -> Outcome:
    assessing = isinstance(command, RecordAssessment)
    if state.status not in (BEING_DECIDED if assessing else (RequestStatus.COMPLETE,)):
        return Refusal("request-not-complete", field="request_id")
    if isinstance(command, RecordAssessment):
        return [RequestAssessed(at=at, by=by, met=command.met, notes=command.notes)]
    if not state.assessors:
        return Refusal("not-assessed", field="request_id")
    return [RequestSentToEthics(at=at, by=by)]


def _decide(
    command: DecideRequest,
    state: State,
    facts: EthicsFacts,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    if state.status not in BEING_DECIDED:
        return Refusal("request-not-decidable", field="request_id")
    if not (command.reason.value or "").strip():
        return Refusal("reason-missing", field="reason")
    if command.granted:
        unmet = frozenset(Criterion) - state.met
        if unmet:
            return Refusal("criteria-not-met", field="granted", items=tuple(sorted(unmet)))
        if facts.favourable is None:
            return Refusal("fact-unknown", field="favourable")
        if not facts.favourable:
            return Refusal("ethics-not-favourable", field="granted")
    return [RequestDecided(at=at, by=by, granted=command.granted, reason=command.reason)]


def _offer(
    command: OfferStatistics | AnswerOffer, state: State, by: SubjectId, at: datetime
) -> Outcome:
    if state.status not in BEING_DECIDED:
        return Refusal("request-not-complete", field="request_id")
    if isinstance(command, OfferStatistics):
        if state.offered:
            return Refusal("already-offered", field="request_id")
        if state.application and state.application.kind is RequestKind.STATISTICS:
            return Refusal("already-statistics", field="request_id")
        return [StatisticsOffered(at=at, by=by)]
    if not state.offered:
        return Refusal("offer-not-open", field="request_id")
    return [OfferAnswered(at=at, by=by, accepted=command.accepted)]


def _close(state: State, by: SubjectId, at: datetime) -> Outcome:
    incomplete = state.status is RequestStatus.RETURNED and is_late(state, at)
    if state.status is not RequestStatus.DECIDED and not incomplete:
        return Refusal("request-not-closable", field="request_id")
    return [RequestClosed(at=at, by=by)]
