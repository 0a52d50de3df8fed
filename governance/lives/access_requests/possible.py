"""What can come next for a request, whatever an act may say: what ``decide`` does not rule out."""

from __future__ import annotations

from datetime import datetime

from governance.lives.access_requests.attachments import WITH_EVIDENCE
from governance.lives.access_requests.decide import BEING_DECIDED, OVER, is_late
from governance.lives.access_requests.state import State
from governance.lives.access_requests.words import EDITABLE, RequestKind, RequestStatus
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId


def possible(state: State, *, by: SubjectId, at: datetime) -> frozenset[Act]:
    """Acts that this state leaves open; that of its permit among them."""
    status = state.status
    if status is RequestStatus.NONE:
        return frozenset({Act.DRAFT_REQUEST})
    written = status in EDITABLE
    attaching = written or status in WITH_EVIDENCE
    checked = status is RequestStatus.SUBMITTED
    decided_on = status in BEING_DECIDED
    statistics = state.application is not None and state.application.kind is RequestKind.STATISTICS
    late = is_late(state, at)
    rules = {
        Act.EDIT_REQUEST: written,
        Act.ATTACH_DOCUMENT: attaching,
        Act.REMOVE_ATTACHMENT: attaching and bool(state.attachments),
        Act.SUBMIT_REQUEST: written and not late,
        Act.RETURN_REQUEST: checked,
        Act.CONFIRM_COMPLETE: checked,
        Act.EXTEND_DEADLINE: decided_on and not state.extended,
        Act.RECORD_ASSESSMENT: decided_on,
        Act.SEND_TO_ETHICS: status is RequestStatus.COMPLETE and bool(state.assessors),
        Act.DECIDE_REQUEST: decided_on,
        Act.OFFER_STATISTICS: decided_on and not state.offered and not statistics,
        Act.ANSWER_OFFER: decided_on and state.offered,
        Act.WITHDRAW_REQUEST: status not in OVER,
        Act.CLOSE_REQUEST: status is RequestStatus.DECIDED
        or (status is RequestStatus.RETURNED and late),
        Act.ISSUE_PERMIT: state.grants,
    }
    return frozenset(act for act, open_to_it in rules.items() if open_to_it)
