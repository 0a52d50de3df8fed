"""A request as its applicant follows it: what happens next, and what she can do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from governance.lives.access_requests.words import EDITABLE, RequestStatus
from governance.views.conditions import ConditionStatus
from governance.views.request_shown import RequestShown
from governance.views.reviews import ReviewShown
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId
from portal.languages import N_, Tongue
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


def next_steps(shown: RequestShown, review: ReviewShown | None, tongue: Tongue) -> list[str]:
    """What happens next, in sentences."""
    said = [NEXT[shown.status]] if shown.status else []
    if shown.offer and shown.offer.accepted is None:
        said.append(OFFERED)
    if open_conditions(review):
        said.append(EVIDENCE)
    return [tongue.gettext(sentence) for sentence in said]


def can_be_done(shown: RequestShown, review: ReviewShown | None) -> frozenset[Act]:
    """What the views say she can do now: to the request, and to the review that decided on it.

    A document beside evidence is of use only while some condition waits for evidence.
    """
    acts = shown.may
    if shown.status not in EDITABLE and not open_conditions(review):
        acts -= {Act.ATTACH_DOCUMENT, Act.REMOVE_ATTACHMENT}
    return acts | (review.may & {Act.SUBMIT_EVIDENCE} if review else frozenset())


def open_conditions(review: ReviewShown | None, owner: SubjectId | None = None) -> Sequence[int]:
    """The numbers of conditions that are not met yet; those of one owner, where one is named."""
    return [
        one.number
        for one in (review.conditions if review else None) or ()
        if one.status is not ConditionStatus.MET and owner in (None, one.owner.id)
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
