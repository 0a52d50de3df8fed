"""What an access request is at one instant, and the questions that other rooms ask of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from governance.lives.access_requests.events import (
    AttachmentRemoved,
    DeadlineExtended,
    DocumentAttached,
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
from governance.lives.access_requests.words import (
    Application,
    Attachment,
    Criterion,
    Item,
    RequestKind,
    RequestStatus,
)
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class State:
    """One request."""

    status: RequestStatus = RequestStatus.NONE
    applicant: SubjectId | None = None
    application: Application | None = None
    texts: frozenset[str] = frozenset()
    """Names of the texts that were written."""
    returned_items: frozenset[Item] = frozenset()
    complete_by: date | None = None
    decide_by: date | None = None
    extended: bool = False
    met: frozenset[Criterion] = frozenset()
    assessors: frozenset[SubjectId] = frozenset()
    offered: bool = False
    granted: bool | None = None
    attachments: tuple[Attachment, ...] = ()
    handed_in: frozenset[str] = frozenset()
    """Ids of the attachments that were there when it was last submitted."""
    removed_attachments: frozenset[str] = frozenset()

    @property
    def named_persons(self) -> frozenset[SubjectId]:
        """Who would have access."""
        return self.application.named_persons if self.application else frozenset()

    @property
    def due(self) -> date | None:
        """The last day of what is waited for now: its completion, or the decision (EHDS 68(4))."""
        if self.status is RequestStatus.RETURNED:
            return self.complete_by
        being_decided = (RequestStatus.COMPLETE, RequestStatus.UNDER_ETHICS_REVIEW)
        return self.decide_by if self.status in being_decided else None

    @property
    def grants(self) -> bool:
        """Decided in favour, and not withdrawn."""
        ended = (RequestStatus.DECIDED, RequestStatus.CLOSED)
        return self.granted is True and self.status in ended


EMPTY = State()
TEXTS = (
    "benefit",
    "pseudonymisation",
    "brought_in",
    "safeguards",
    "ethics_information",
    "override_justification",
)


def missing_items(application: Application, texts: frozenset[str]) -> tuple[str, ...]:
    """The items of EHDS 67(2) that are empty or contradict themselves, by letter, all at once."""
    asked = application
    purposes = {cell.purpose for cell in asked.cells}
    agreed = purposes <= asked.purposes and {c.recipient for c in asked.cells} == {asked.recipient}
    described = {dataset for dataset, _ in asked.columns} == asked.datasets
    present = (
        (Item.A_APPLICANT, asked.principal_investigator in asked.named_persons),
        (Item.B_PURPOSE, bool(asked.purposes and agreed and asked.study.strip())),
        (Item.C_BENEFIT, "benefit" in texts),
        (Item.D_DATA, bool(asked.datasets and described)),
        (Item.E_PSEUDONYMISED, not asked.pseudonymised or "pseudonymisation" in texts),
        (Item.F_BROUGHT_IN, "brought_in" in texts),
        (Item.G_SAFEGUARDS, "safeguards" in texts),
        (Item.H_PERIOD, asked.starts <= asked.ends),
        (Item.I_TOOLS, bool(asked.tools and asked.environment_id)),
        (Item.J_ETHICS, "ethics_information" in texts),
        (
            Item.K_OVERRIDE,
            not asked.opt_out_override or "override_justification" in texts,
        ),
    )
    return tuple(item.value for item, there in present if not there)


def _written(state: State, event: RequestDrafted | RequestEdited) -> State:
    there = frozenset(name for name in TEXTS if _has_text(getattr(event, name)))
    return replace(state, application=event.application, texts=there)


def _has_text(text: FreeText) -> bool:
    """Erased text was there once; only an empty one never was."""
    return text.value is None or bool(text.value.strip())


def _attached(state: State, event: DocumentAttached | AttachmentRemoved) -> State:
    if isinstance(event, DocumentAttached):
        return replace(state, attachments=(*state.attachments, event.attachment))
    left = tuple(one for one in state.attachments if one.id != event.attachment_id)
    removed = state.removed_attachments | {event.attachment_id}
    return replace(state, attachments=left, removed_attachments=removed)


def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case RequestDrafted(by=by):
            return replace(_written(state, event), status=RequestStatus.DRAFT, applicant=by)
        case RequestEdited():
            return _written(state, event)
        case DocumentAttached() | AttachmentRemoved():
            return _attached(state, event)
        case RequestSubmitted():
            there = frozenset(one.id for one in state.attachments)
            submitted = replace(state, status=RequestStatus.SUBMITTED, handed_in=there)
            return replace(submitted, complete_by=None)
        case RequestReturned(items=items, complete_by=day):
            status = RequestStatus.RETURNED
            return replace(state, status=status, returned_items=items, complete_by=day)
        case RequestComplete(decide_by=day):
            return replace(state, status=RequestStatus.COMPLETE, decide_by=day)
        case DeadlineExtended(decide_by=day):
            return replace(state, decide_by=day, extended=True)
        case RequestAssessed(met=met, by=by):
            return replace(state, met=met, assessors=state.assessors | {by})
        case RequestSentToEthics():
            return replace(state, status=RequestStatus.UNDER_ETHICS_REVIEW)
        case RequestDecided(granted=granted):
            return replace(state, status=RequestStatus.DECIDED, granted=granted)
        case StatisticsOffered():
            return replace(state, offered=True)
        case OfferAnswered(accepted=accepted):
            application = state.application
            if accepted and application is not None:
                kind = RequestKind.STATISTICS
                application = replace(application, kind=kind, pseudonymised=False)
            return replace(state, application=application, offered=False)
        case RequestWithdrawn():
            return replace(state, status=RequestStatus.CLOSED, granted=None)
        case RequestClosed():
            return replace(state, status=RequestStatus.CLOSED)
        case _:
            return state


_WITH_ATTACHMENTS = ("draft", "returned", "under-ethics-review", "decided")
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("none", "access-request.drafted.v1", "draft"),
    ("draft", "access-request.edited.v1", "draft"),
    ("draft", "access-request.submitted.v1", "submitted"),
    ("submitted", "access-request.returned.v1", "returned"),
    ("returned", "access-request.edited.v1", "returned"),
    ("returned", "access-request.submitted.v1", "submitted"),
    ("returned", "access-request.closed.v1", "closed"),
    ("submitted", "access-request.complete.v1", "complete"),
    ("complete", "access-request.deadline-extended.v1", "complete"),
    ("complete", "access-request.assessed.v1", "complete"),
    ("complete", "access-request.statistics-offered.v1", "complete"),
    ("complete", "access-request.offer-answered.v1", "complete"),
    ("complete", "access-request.sent-to-ethics.v1", "under-ethics-review"),
    ("complete", "access-request.decided.v1", "decided"),
    (
        "under-ethics-review",
        "access-request.deadline-extended.v1",
        "under-ethics-review",
    ),
    ("under-ethics-review", "access-request.assessed.v1", "under-ethics-review"),
    ("under-ethics-review", "access-request.statistics-offered.v1", "under-ethics-review"),
    ("under-ethics-review", "access-request.offer-answered.v1", "under-ethics-review"),
    ("under-ethics-review", "access-request.decided.v1", "decided"),
    ("decided", "access-request.closed.v1", "closed"),
    ("draft", "access-request.withdrawn.v1", "closed"),
    ("submitted", "access-request.withdrawn.v1", "closed"),
    ("returned", "access-request.withdrawn.v1", "closed"),
    ("complete", "access-request.withdrawn.v1", "closed"),
    ("under-ethics-review", "access-request.withdrawn.v1", "closed"),
    *((here, "access-request.document-attached.v1", here) for here in _WITH_ATTACHMENTS),
    *((here, "access-request.attachment-removed.v1", here) for here in _WITH_ATTACHMENTS),
)
