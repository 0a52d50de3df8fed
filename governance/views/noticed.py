"""Notices as plain values: what happened, when, and the few things that a sentence needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from governance.lives.consents.words import SheetVersion
from governance.policy.visibility_facts import View
from governance.views.actors import Actor
from governance.views.people import Person
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Capacity


class NoticeCode(StrEnum):
    """What a notice tells of."""

    DATA_USED = "data-used"
    """A release that holds her records was delivered."""
    PACKAGE_RECALLED = "package-recalled"
    REMOVAL_NOTIFIED = "removal-notified"
    REMOVAL_CONFIRMED = "removal-confirmed"
    RECORD_CHANGED = "record-changed"
    """Somebody else entered or changed who she is."""
    KINSHIP_CHANGED = "kinship-changed"
    PROTECTION_CHANGED = "protection-changed"
    CHOICE_RECORDED = "choice-recorded"
    """Somebody else recorded what was said for her, or by her."""
    OWN_REFUSAL_RECORDED = "own-refusal-recorded"
    REPRESENTATION_BEGUN = "representation-begun"
    REPRESENTATION_ENDED = "representation-ended"
    MAJORITY = "majority"
    """At 18 parents and guardians decide no longer, whether or not anybody noted it."""
    SHEET_ASKS_AGAIN = "sheet-asks-again"
    RECORD_READ = "record-read"


CONCERNS: dict[NoticeCode, tuple[View, str]] = {
    NoticeCode.DATA_USED: (View.USES, "included"),
    NoticeCode.PACKAGE_RECALLED: (View.USES, "removal"),
    NoticeCode.REMOVAL_NOTIFIED: (View.USES, "removal"),
    NoticeCode.REMOVAL_CONFIRMED: (View.USES, "removal"),
    NoticeCode.RECORD_CHANGED: (View.CITIZEN, "given_name"),
    NoticeCode.KINSHIP_CHANGED: (View.CITIZEN, "kinship"),
    NoticeCode.PROTECTION_CHANGED: (View.CITIZEN, "protection"),
    NoticeCode.CHOICE_RECORDED: (View.CONSENTS, "acts"),
    NoticeCode.OWN_REFUSAL_RECORDED: (View.CONSENTS, "minor_refusal"),
    NoticeCode.REPRESENTATION_BEGUN: (View.CITIZEN, "representatives"),
    NoticeCode.REPRESENTATION_ENDED: (View.CITIZEN, "representatives"),
    NoticeCode.MAJORITY: (View.CITIZEN, "representatives"),
    NoticeCode.SHEET_ASKS_AGAIN: (View.CONSENTS, "acts"),
    NoticeCode.RECORD_READ: (View.CITIZEN, "access_log"),
}
"""The field that each kind tells of: whoever is not shown that field is not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice. What its kind does not tell is None."""

    code: NoticeCode
    at: datetime
    """When it happened, or from when it counts."""
    position: int | None = None
    """Of the entry behind it; None where no entry is: a day came, or somebody read."""
    by: Actor | None = None
    entry: str | None = None
    """The stored code of the entry, which says what exactly was done."""
    release: str | None = None
    permit: str | None = None
    study: str | None = None
    person: Person | None = None
    """The representative."""
    capacity: Capacity | None = None
    day: date | None = None
    """First day of a representation, or its last."""
    sheet: SheetVersion | None = None
    act: Act | None = None
    """What the reader did, or tried."""
    allowed: bool | None = None

    def age(self) -> tuple[datetime, int]:
        """By which notices are put in order."""
        return (self.at, self.position or 0)
