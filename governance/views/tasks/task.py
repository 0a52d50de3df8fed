"""Something that waits for somebody, and the kinds of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.views.question import About
from governance.vocabulary.acts import Act


class TaskCode(StrEnum):
    """What is to be done."""

    # a citizen, for herself or for whom she represents
    ANSWER_AGAIN = "answer-again"
    # an applicant, or a person whom a permit names
    FINISH_DRAFT = "finish-draft"
    COMPLETE_REQUEST = "complete-request"
    ANSWER_OFFER = "answer-offer"
    SUBMIT_EVIDENCE = "submit-evidence"
    SIGN_UNDERTAKING = "sign-undertaking"
    CONFIRM_REMOVAL = "confirm-removal"
    # the access body
    CHECK_COMPLETENESS = "check-completeness"
    ASSESS_REQUEST = "assess-request"
    SEND_TO_ETHICS = "send-to-ethics"
    DECIDE_REQUEST = "decide-request"
    ISSUE_PERMIT = "issue-permit"
    RECORD_DELETION = "record-deletion"
    # the committee
    ASSIGN_REVIEW = "assign-review"
    DECLARE_INTEREST = "declare-interest"
    CONVENE_MEETING = "convene-meeting"
    RECORD_ATTENDANCE = "record-attendance"
    OPEN_BALLOT = "open-ballot"
    VOTE = "vote"
    CLOSE_BALLOT = "close-ballot"
    DELIVER_DECISION = "deliver-decision"
    APPROVE_MINUTES = "approve-minutes"
    ACCEPT_EVIDENCE = "accept-evidence"
    # whoever holds, prepares and releases data
    CHECK_DESCRIPTION = "check-description"
    PREPARE_RELEASE = "prepare-release"
    SIGN_RELEASE = "sign-release"
    # the programme
    PUBLISH_SHEET = "publish-sheet"
    LIFT_STOP = "lift-stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What waits, about which thing, and until when. The access table lets her do it now."""

    code: TaskCode
    act: Act
    about: About
    due: date | None
    """Its last day, where the law or a person has set one."""
    study: str | None
    """The study it is about, where it is about one that she may know of."""
