"""What may become of a permit: domain reasons only; who may ask is decided before."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from governance.lives.permits import commands as ask
from governance.lives.permits import events as happened
from governance.lives.permits.state import State
from governance.lives.permits.words import (
    MAXIMUM_YEARS,
    PermitContent,
    PermitStatus,
    last_day_to_ask,
    missing_items,
    widens,
)
from governance.policy.regimes import regime_of
from governance.refusals import Refusal
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.instants import day_of, years_after
from governance.vocabulary.people import SubjectId

CODES = (
    "permit-exists",
    "permit-not-in-force",
    "permit-not-suspended",
    "permit-is-over",
    "permit-not-over",
    "content-missing",
    "duration-too-long",
    "request-not-granted",
    "protocol-is-old",
    "ethics-not-favourable",
    "wider-than-request",
    "identifier-in-permit",
    "investigator-not-named",
    "end-cannot-change",
    "start-cannot-change",
    "fact-unknown",
    "already-extended",
    "extension-too-long",
    "extension-asked-too-late",
    "extension-not-later",
    "not-a-named-person",
    "already-signed",
    "already-deleted",
)
LIVE = (PermitStatus.IN_FORCE, PermitStatus.SUSPENDED)
Outcome = list[Event] | Refusal


def decide(command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime) -> Outcome:
    """The events that the command leads to, or the refusal."""
    match command:
        case ask.IssuePermit():
            return _issue(command, state, facts, by, at)
        case ask.AmendPermit():
            return _amend(command, state, facts, by, at)
        case ask.SuspendPermit():
            if state.status is not PermitStatus.IN_FORCE:
                return Refusal("permit-not-in-force")
            return [happened.PermitSuspended(at=at, by=by, reason=command.reason)]
        case ask.ResumePermit():
            if state.status is not PermitStatus.SUSPENDED:
                return Refusal("permit-not-suspended")
            return [happened.PermitResumed(at=at, by=by, reason=command.reason)]
        case ask.RevokePermit():
            if state.status not in LIVE:
                return Refusal("permit-is-over")
            return [happened.PermitRevoked(at=at, by=by, reason=command.reason)]
        case ask.ExtendPermit():
            return _extend(command, state, by, at)
        case ask.ExpirePermit():
            return _expire(state, by, at)
        case ask.SignUndertaking():
            return _undertake(command, state, by, at)
        case ask.FlagProhibitedUse():
            if state.status not in LIVE:
                return Refusal("permit-is-over")
            flagged = happened.ProhibitedUseFlagged(
                at=at, by=by, use=command.use, reason=command.reason
            )
            return [flagged]
        case ask.RecordDeletion():
            return _delete(command, state, by, at)
        case _:
            raise TypeError(f"permits do not know {type(command).__name__}")


def _content_refusal(content: PermitContent, facts: ask.GrantFacts) -> Refusal | None:
    if missing := missing_items(content):
        return Refusal("content-missing", field="content", items=missing)
    if content.principal_investigator not in content.named_persons:
        return Refusal("investigator-not-named", field="principal_investigator")
    for name in (
        "request_granted",
        "request_protocol",
        "ethics_in_force",
        "identifier_variables",
        "wider_than_request",
    ):
        if getattr(facts, name) is None:
            return Refusal("fact-unknown", field=name)
    if not facts.request_granted:
        return Refusal("request-not-granted", field="request_id")
    if content.protocol_version != facts.request_protocol:
        return Refusal("protocol-is-old", field="protocol_version")
    if not facts.ethics_in_force:
        return Refusal("ethics-not-favourable")
    if facts.wider_than_request:
        wider = tuple(sorted(facts.wider_than_request))
        return Refusal("wider-than-request", field=wider[0], items=wider)
    asked = {f"{v.dataset_id}/{v.name}" for v in content.variables}
    if asked & (facts.identifier_variables or frozenset()):
        return Refusal("identifier-in-permit", field="variables")
    return None


def _longest(start: date) -> date:
    """The last day that a duration of ten years from that day may have."""
    return years_after(start, MAXIMUM_YEARS)


def _issue(
    command: ask.IssuePermit,
    state: State,
    facts: ask.GrantFacts,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    if state.status is not PermitStatus.NOT_ISSUED:
        return Refusal("permit-exists", field="permit_id")
    content = command.content
    if refusal := _content_refusal(content, facts):
        return refusal
    if content.ends > _longest(content.starts):
        return Refusal("duration-too-long", field="ends")
    categories = {cell.category for cell in content.cells}
    regime = regime_of(content.ehds_categories, categories, day_of(at))
    return [
        happened.PermitIssued(
            at=at,
            by=by,
            content=content,
            regime=regime,
            purpose_in_detail=command.purpose_in_detail,
        )
    ]


def _amend(
    command: ask.AmendPermit,
    state: State,
    facts: ask.GrantFacts,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    if state.status is not PermitStatus.IN_FORCE or state.content is None:
        return Refusal("permit-not-in-force")
    if state.has_ended(day_of(at)):
        return Refusal("permit-is-over")
    if refusal := _content_refusal(command.content, facts):
        return refusal
    if command.content.ends != state.content.ends:
        return Refusal("end-cannot-change", field="ends")
    if command.content.starts != state.content.starts:
        return Refusal("start-cannot-change", field="starts")
    return [
        happened.PermitAmended(
            at=at,
            by=by,
            content=command.content,
            new_cut_off=widens(state.content, command.content),
            reason=command.reason,
        )
    ]


def _extend(command: ask.ExtendPermit, state: State, by: SubjectId, at: datetime) -> Outcome:
    if state.status is not PermitStatus.IN_FORCE or state.ends is None:
        return Refusal("permit-not-in-force")
    if state.has_ended(day_of(at)):
        return Refusal("permit-is-over")
    if state.extended:
        return Refusal("already-extended")
    asked = min(command.asked_on, day_of(at))
    if asked > last_day_to_ask(state.ends):
        return Refusal("extension-asked-too-late", field="asked_on")
    if command.ends <= state.ends:
        return Refusal("extension-not-later", field="ends")
    if command.ends > _longest(state.ends):
        return Refusal("extension-too-long", field="ends")
    justification = command.justification
    return [happened.PermitExtended(at=at, by=by, ends=command.ends, justification=justification)]


def _expire(state: State, by: SubjectId, at: datetime) -> Outcome:
    if state.status not in LIVE:
        return Refusal("permit-is-over")
    if not state.has_ended(day_of(at)):
        return Refusal("permit-not-over")
    return [happened.PermitExpired(at=at, by=by)]


def _undertake(command: ask.SignUndertaking, state: State, by: SubjectId, at: datetime) -> Outcome:
    if state.status not in LIVE or state.content is None:
        return Refusal("permit-not-in-force")
    if command.person not in state.content.named_persons or command.person != by:
        return Refusal("not-a-named-person", field="person")
    if command.person in state.undertakings:
        return Refusal("already-signed", field="person")
    return [happened.UndertakingSigned(at=at, by=by, person=command.person)]


def _delete(command: ask.RecordDeletion, state: State, by: SubjectId, at: datetime) -> Outcome:
    over = state.status in (PermitStatus.REVOKED, PermitStatus.EXPIRED)
    if not over and not state.has_ended(day_of(at)):
        return Refusal("permit-not-over")
    if state.data_deleted:
        return Refusal("already-deleted")
    return [happened.DeletionRecorded(at=at, by=by, evidence=command.evidence)]
