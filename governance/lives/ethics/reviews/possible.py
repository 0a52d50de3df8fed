"""What can come next for a review, whatever an act may say: what ``decide`` does not rule out."""

from __future__ import annotations

from datetime import datetime

from governance.lives.ethics.reviews.state import State
from governance.lives.ethics.reviews.words import EthicsOutcome, ReviewStatus
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId


def possible(state: State, *, by: SubjectId, at: datetime) -> frozenset[Act]:
    """Acts that this state leaves open to this member."""
    if state.status is ReviewStatus.NONE:
        return frozenset({Act.ASSIGN_REVIEW})
    ballot = state.status is ReviewStatus.BALLOT_OPEN
    final = state.outcome not in (None, EthicsOutcome.PROVISIONAL) and not state.suspended
    waiting = {one.number for one in state.open_conditions}
    rules = {
        Act.DECLARE_INTEREST: by not in state.interested,
        Act.OPEN_BALLOT: state.status is not ReviewStatus.BALLOT_CLOSED
        and not (final and state.covers_protocol),
        Act.CAST_VOTE: ballot and by not in state.interested and by not in dict(state.votes),
        Act.CLOSE_BALLOT: ballot and bool(state.votes),
        Act.DELIVER_DECISION: state.status is ReviewStatus.BALLOT_CLOSED,
        Act.SUBMIT_EVIDENCE: bool(waiting),
        Act.ACCEPT_EVIDENCE: bool(waiting & state.submitted),
        Act.MODIFY_PROTOCOL: not ballot,
        Act.SUSPEND_DECISION: state.favourable,
    }
    return frozenset(act for act, open_to_it in rules.items() if open_to_it)
