"""What can come next for a release, whatever an act may say: what ``decide`` does not rule out."""

from __future__ import annotations

from datetime import datetime

from governance.lives.releases.state import State
from governance.lives.releases.words import ReleaseStatus
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId


def possible(state: State, *, by: SubjectId, at: datetime) -> frozenset[Act]:
    """Acts that this state leaves open to this person."""
    status = state.status
    delivered = status is ReleaseStatus.DELIVERED
    rules = {
        Act.PREPARE_RELEASE: status is ReleaseStatus.NONE,
        Act.SIGN_RELEASE: status is ReleaseStatus.PREPARED and by not in state.signed_by,
        Act.CANCEL_RELEASE: status in (ReleaseStatus.PREPARED, ReleaseStatus.SIGNED),
        Act.FREEZE_RELEASE: status is ReleaseStatus.SIGNED,
        Act.DELIVER_RELEASE: status is ReleaseStatus.FROZEN,
        Act.WITHHOLD_RELEASE: status is ReleaseStatus.FROZEN,
        Act.RECALL_RELEASE: delivered,
        Act.NOTIFY_REMOVAL: delivered,
        Act.CONFIRM_REMOVAL: bool(state.open_notices),
    }
    return frozenset(act for act, open_to_it in rules.items() if open_to_it)
