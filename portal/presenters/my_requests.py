"""A request as its applicant follows it: what happens next, and what she can do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from governance.lives import access_requests
from governance.lives.access_requests.words import RequestStatus
from governance.views.conditions import ConditionStatus
from governance.views.request_shown import RequestShown
from governance.views.reviews import ReviewShown
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId
from portal.languages import N_, Tongue
from portal.messages.dates import instant
from portal.messages.names import name
from portal.messages.numbers import size
from portal.presenters.following import following
from portal.presenters.requests import Row

NEXT: Mapping[RequestStatus, str] = {
    RequestStatus.NONE: N_("It has not been begun."),
    RequestStatus.DRAFT: N_("It waits for whoever asks: it has to be finished and submitted."),
    RequestStatus.SUBMITTED: N_("The access body checks whether it is complete."),
    RequestStatus.RETURNED: N_("It waits for whoever asks: some items have to be completed."),
    RequestStatus.COMPLETE: N_("The access body assesses it."),
    RequestStatus.UNDER_ETHICS_REVIEW: N_("The ethics committee prepares its opinion."),
    RequestStatus.DECIDED: N_("It has been decided."),
    RequestStatus.CLOSED: N_("It is closed. Nothing more happens to it."),
}
"""What happens next, or what is waited for."""
OFFERED = N_("Anonymised statistics have been offered instead. The offer waits for an answer.")
EVIDENCE = N_("The opinion has conditions. Evidence is still missing.")


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was attached."""

    id: str
    name: str
    about: str
    """The item that it belongs to."""
    more: str
    """How large it is, and when it came."""


def next_steps(shown: RequestShown, review: ReviewShown | None, tongue: Tongue) -> list[str]:
    """What happens next, in sentences."""
    said = [NEXT[shown.status]] if shown.status else []
    if shown.offer and shown.offer.accepted is None:
        said.append(OFFERED)
    if open_conditions(review):
        said.append(EVIDENCE)
    return [tongue.gettext(sentence) for sentence in said]


def can_be_done(shown: RequestShown, review: ReviewShown | None) -> frozenset[Act]:
    """The acts to offer: allowed to her by the tables, and of use where the request stands."""
    acts = shown.may & following(access_requests, shown.status)
    if shown.offer is None or shown.offer.accepted is not None:
        acts -= {Act.ANSWER_OFFER}
    if review is not None and open_conditions(review):
        acts |= review.may & {Act.SUBMIT_EVIDENCE}
    return acts


def open_conditions(review: ReviewShown | None, owner: SubjectId | None = None) -> Sequence[int]:
    """The numbers of conditions that are not met yet; those of one owner, where one is named."""
    return [
        one.number
        for one in (review.conditions if review else None) or ()
        if one.status is not ConditionStatus.MET and owner in (None, one.owner.id)
    ]


def documents(shown: RequestShown, tongue: Tongue) -> list[Document]:
    """What was attached, in its order."""
    return [
        Document(
            id=one.id,
            name=one.name or tongue.gettext("A document whose name was erased"),
            about=name(tongue, one.item),
            more=f"{size(tongue, one.size)}, {instant(tongue, one.attached_at)}",
        )
        for one in shown.attachments or ()
    ]


def evidence(review: ReviewShown | None, tongue: Tongue) -> list[Row]:
    """What was handed in for the conditions of the opinion."""
    return [
        {
            "key": tongue.gettext("Evidence for condition %(n)s") % {"n": one.condition},
            "value": one.text or tongue.gettext("erased"),
        }
        for one in (review.evidence if review else None) or ()
    ]
