"""What a release is at one instant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from governance.lives.releases import events as happened
from governance.lives.releases.words import SIGNATURES_NEEDED, Recipe, ReleaseStatus
from governance.vocabulary.entries import Event
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class State:
    """The fold of a release's events."""

    status: ReleaseStatus = ReleaseStatus.NONE
    recipe: Recipe | None = None
    prepared_by: SubjectId | None = None
    signed_by: tuple[SubjectId, ...] = ()
    frozen_at: datetime | None = None
    delivered_at: datetime | None = None
    package_hash: str | None = None
    people: int | None = None
    removed_in_last_pass: int | None = None
    last_pass: Instant | None = None
    """The second instant: as of it, everybody touched since the freeze was judged again."""
    reasons: tuple[str, ...] = ()
    notices: tuple[tuple[str, frozenset[SubjectId]], ...] = ()
    confirmed: frozenset[str] = frozenset()

    @property
    def open_notices(self) -> tuple[str, ...]:
        """Removal notices that the recipient has not confirmed."""
        return tuple(notice for notice, _ in self.notices if notice not in self.confirmed)

    @property
    def notified(self) -> frozenset[SubjectId]:
        """Everybody about whom a removal notice went out."""
        return frozenset().union(*(people for _, people in self.notices))


EMPTY = State()


def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case happened.ReleasePrepared():
            return State(ReleaseStatus.PREPARED, recipe=event.recipe, prepared_by=event.by)
        case happened.ReleaseSigned():
            signed_by = (*state.signed_by, event.by)
            enough = len(set(signed_by)) >= SIGNATURES_NEEDED
            status = ReleaseStatus.SIGNED if enough else state.status
            return replace(state, signed_by=signed_by, status=status)
        case happened.ReleaseCancelled():
            return replace(state, status=ReleaseStatus.CANCELLED)
        case happened.ReleaseFrozen():
            return replace(state, status=ReleaseStatus.FROZEN, frozen_at=event.at)
        case happened.ReleaseDelivered():
            return replace(
                state,
                status=ReleaseStatus.DELIVERED,
                delivered_at=event.at,
                package_hash=event.package_hash,
                people=event.people,
                removed_in_last_pass=event.removed_in_last_pass,
                last_pass=Instant(event.last_pass_position, event.last_pass_at),
            )
        case happened.ReleaseWithheld():
            return replace(state, status=ReleaseStatus.WITHHELD, reasons=event.reasons)
        case happened.ReleaseRecalled():
            return replace(state, status=ReleaseStatus.RECALLED)
        case happened.RemovalNotified():
            notice = (event.notice_id, event.citizens)
            return replace(state, notices=(*state.notices, notice))
        case happened.RemovalConfirmed():
            return replace(state, confirmed=state.confirmed | {event.notice_id})
        case _:
            return state


TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("none", "release.prepared.v1", "prepared"),
    ("prepared", "release.signed.v1", "prepared"),
    ("prepared", "release.signed.v1", "signed"),
    ("prepared", "release.cancelled.v1", "cancelled"),
    ("signed", "release.cancelled.v1", "cancelled"),
    ("signed", "release.frozen.v1", "frozen"),
    ("frozen", "release.delivered.v1", "delivered"),
    ("frozen", "release.withheld.v1", "withheld"),
    ("delivered", "release.removal-notified.v1", "delivered"),
    ("delivered", "release.removal-confirmed.v1", "delivered"),
    ("delivered", "release.recalled.v1", "recalled"),
    ("recalled", "release.removal-confirmed.v1", "recalled"),
)
