"""What a permit is at one instant, and the questions that other rooms ask of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from governance.lives.permits import events as happened
from governance.lives.permits.words import PermitContent, PermitStatus, last_day_to_ask
from governance.policy import deadlines
from governance.vocabulary.entries import Event
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import ProhibitedUse
from governance.vocabulary.regimes import Regime


@dataclass(frozen=True, slots=True)
class State:
    """The fold of a permit's events."""

    status: PermitStatus = PermitStatus.NOT_ISSUED
    content: PermitContent | None = None
    regime: Regime | None = None
    first_issued_at: datetime | None = None
    cut_off: datetime | None = None
    """The instant that counts for opt-outs: first issue, or the last amendment that widened."""
    ends: date | None = None
    extended: bool = False
    undertakings: frozenset[SubjectId] = frozenset()
    flagged: frozenset[ProhibitedUse] = frozenset()
    data_deleted: bool = False
    revoked_on: date | None = None

    @property
    def missing_undertakings(self) -> frozenset[SubjectId]:
        """Named persons who have not undertaken secrecy yet."""
        named = self.content.named_persons if self.content else frozenset()
        return named - self.undertakings

    @property
    def extension_asked_by(self) -> date | None:
        """The last day on which its one extension can be asked for; None where it cannot."""
        open_to_it = self.status is PermitStatus.IN_FORCE and not self.extended
        return last_day_to_ask(self.ends) if self.ends and open_to_it else None

    @property
    def deletion_due(self) -> date | None:
        """The last day on which the environment may hold the data, as things stand."""
        if self.ends is None:
            return None
        ended = min(self.revoked_on or self.ends, self.ends)
        return deadlines.due(deadlines.DELETE_DATA, ended)

    @property
    def due(self) -> date | None:
        """The last day of what is waited for: its own end, then the deletion of the data."""
        if self.status in (PermitStatus.IN_FORCE, PermitStatus.SUSPENDED):
            return self.ends
        return None if self.data_deleted else self.deletion_due

    def has_begun(self, day: date) -> bool:
        """Whether its first day has come."""
        return self.content is not None and self.content.starts <= day

    def has_ended(self, day: date) -> bool:
        """Whether its last day is over, by date alone."""
        return self.ends is not None and day > self.ends

    def covers(self, day: date) -> bool:
        """Whether it was issued and this day lies between its first and its last."""
        return self.has_begun(day) and not self.has_ended(day)


EMPTY = State()


def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case happened.PermitIssued():
            return replace(
                state,
                status=PermitStatus.IN_FORCE,
                content=event.content,
                regime=event.regime,
                first_issued_at=event.at,
                cut_off=event.at,
                ends=event.content.ends,
            )
        case happened.PermitAmended():
            cut_off = event.at if event.new_cut_off else state.cut_off
            return replace(state, content=event.content, cut_off=cut_off)
        case happened.PermitSuspended():
            return replace(state, status=PermitStatus.SUSPENDED)
        case happened.PermitResumed():
            return replace(state, status=PermitStatus.IN_FORCE)
        case happened.PermitRevoked():
            return replace(state, status=PermitStatus.REVOKED, revoked_on=day_of(event.at))
        case happened.PermitExtended():
            content = state.content and replace(state.content, ends=event.ends)
            return replace(state, content=content, ends=event.ends, extended=True)
        case happened.PermitExpired():
            return replace(state, status=PermitStatus.EXPIRED)
        case happened.UndertakingSigned():
            return replace(state, undertakings=state.undertakings | {event.person})
        case happened.ProhibitedUseFlagged():
            return replace(state, flagged=state.flagged | {event.use})
        case happened.DeletionRecorded():
            return replace(state, data_deleted=True)
        case _:
            return state


TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("not-issued", "permit.issued.v1", "in-force"),
    ("in-force", "permit.amended.v1", "in-force"),
    ("in-force", "permit.undertaking-signed.v1", "in-force"),
    ("in-force", "permit.prohibited-use-flagged.v1", "in-force"),
    ("in-force", "permit.extended.v1", "in-force"),
    ("in-force", "permit.suspended.v1", "suspended"),
    ("in-force", "permit.revoked.v1", "revoked"),
    ("in-force", "permit.expired.v1", "expired"),
    ("in-force", "permit.deletion-recorded.v1", "in-force"),
    ("suspended", "permit.resumed.v1", "in-force"),
    ("suspended", "permit.undertaking-signed.v1", "suspended"),
    ("suspended", "permit.deletion-recorded.v1", "suspended"),
    ("suspended", "permit.prohibited-use-flagged.v1", "suspended"),
    ("suspended", "permit.revoked.v1", "revoked"),
    ("suspended", "permit.expired.v1", "expired"),
    ("revoked", "permit.deletion-recorded.v1", "revoked"),
    ("expired", "permit.deletion-recorded.v1", "expired"),
)
