"""What has happened to a release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from governance.lives.releases.words import Recipe
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePrepared(Event):
    """The recipe is laid down, and its digest is what officers sign."""

    CODE: ClassVar[str] = "release.prepared.v1"
    recipe: Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSigned(Event):
    """One officer signed."""

    CODE: ClassVar[str] = "release.signed.v1"
    recipe_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCancelled(Event):
    """Given up before the freeze."""

    CODE: ClassVar[str] = "release.cancelled.v1"
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFrozen(Event):
    """The position of this entry is P and its time is T for the whole release."""

    CODE: ClassVar[str] = "release.frozen.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseDelivered(Event):
    """The package with this hash is the recipient's."""

    CODE: ClassVar[str] = "release.delivered.v1"
    package_hash: str
    people: int
    removed_in_last_pass: int
    last_pass_position: int
    last_pass_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseWithheld(Event):
    """Nothing was handed over, for these reasons."""

    CODE: ClassVar[str] = "release.withheld.v1"
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRecalled(Event):
    """The recipient was asked to give up the package."""

    CODE: ClassVar[str] = "release.recalled.v1"
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalNotified(Event):
    """A removal notice went out, tracked to its confirmation."""

    CODE: ClassVar[str] = "release.removal-notified.v1"
    notice_id: str
    citizens: frozenset[SubjectId]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalConfirmed(Event):
    """The recipient confirmed a removal notice."""

    CODE: ClassVar[str] = "release.removal-confirmed.v1"
    notice_id: str


EVENTS = (
    ReleasePrepared,
    ReleaseSigned,
    ReleaseCancelled,
    ReleaseFrozen,
    ReleaseDelivered,
    ReleaseWithheld,
    ReleaseRecalled,
    RemovalNotified,
    RemovalConfirmed,
)
