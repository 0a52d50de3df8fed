"""What can come next for a permit, whatever an act may say: what ``decide`` does not rule out."""

from __future__ import annotations

from datetime import datetime

from governance.lives.permits.decide import LIVE
from governance.lives.permits.state import State
from governance.lives.permits.words import PermitStatus
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId


def possible(state: State, *, by: SubjectId, at: datetime) -> frozenset[Act]:
    """Acts that this state leaves open; that of a release among them."""
    if state.status is PermitStatus.NOT_ISSUED:
        return frozenset({Act.ISSUE_PERMIT})
    in_force = state.status is PermitStatus.IN_FORCE
    live = state.status in LIVE
    ended = state.has_ended(day_of(at))
    last_day = state.extension_asked_by
    rules = {
        Act.AMEND_PERMIT: in_force and not ended,
        Act.SUSPEND_PERMIT: in_force,
        Act.RESUME_PERMIT: state.status is PermitStatus.SUSPENDED,
        Act.REVOKE_PERMIT: live,
        # what was asked in time may be granted later: the day of asking is for the form to say
        Act.EXTEND_PERMIT: last_day is not None and not ended,
        Act.EXPIRE_PERMIT: live and ended,
        Act.SIGN_UNDERTAKING: live and by in state.missing_undertakings,
        Act.FLAG_PROHIBITED_USE: live,
        Act.RECORD_DELETION: (ended or not live) and not state.data_deleted,
        Act.PREPARE_RELEASE: in_force and not ended,
    }
    return frozenset(act for act, open_to_it in rules.items() if open_to_it)
