"""Things with an id of their own: which question shows one in full, and what shows part of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from governance.views.catalogue import Dataset, DatasetShown
from governance.views.consents import Consents, ConsentsShown
from governance.views.ledger import EntryShown, LedgerEntry
from governance.views.meetings import Meeting, MeetingShown
from governance.views.permit_shown import PermitRow, PermitShown, ReleaseOf
from governance.views.permits import Permit
from governance.views.question import Question
from governance.views.record import CitizenRecord, RecordShown
from governance.views.register import Registered, RegisteredDataset, RegisterEntry
from governance.views.releases import PermitOf, Release, ReleaseShown
from governance.views.request_rows import RequestRow
from governance.views.request_shown import DatasetNamed, RequestShown
from governance.views.requests import Request
from governance.views.review_rows import MeetingNamed, ReviewRow
from governance.views.reviews import Review, ReviewShown


@dataclass(frozen=True, slots=True)
class Thing:
    """A type with an id: the value that shows it in full, and the question that is asked for it."""

    name: str
    full: Any
    question: Callable[[Any], Question[Any]]
    parts: tuple[Any, ...] = ()
    """Values that show some of its fields; the others are asked for when they are wanted."""
    of_person: bool = False
    """Its key is a person's, and leaves as a handle only."""

    @property
    def values(self) -> tuple[Any, ...]:
        """Every value that the type shows."""
        return (self.full, *self.parts)


def _entry(key: str) -> Question[Any]:
    digits = key.isascii() and key.isdigit() and len(key) < 16
    return LedgerEntry(int(key) if digits else 0)


THINGS: tuple[Thing, ...] = (
    Thing("AccessRequest", RequestShown, Request, (RequestRow,)),
    Thing("Citizen", RecordShown, CitizenRecord, of_person=True),
    Thing("Consents", ConsentsShown, Consents, of_person=True),
    Thing("Dataset", DatasetShown, Dataset, (DatasetNamed, RegisteredDataset)),
    Thing("EthicsReview", ReviewShown, Review, (ReviewRow,)),
    Thing("LedgerEntry", EntryShown, _entry),
    Thing("Meeting", MeetingShown, Meeting, (MeetingNamed,)),
    Thing("Permit", PermitShown, Permit, (PermitRow, PermitOf)),
    Thing("RegisterEntry", Registered, RegisterEntry),
    Thing("Release", ReleaseShown, Release, (ReleaseOf,)),
)
BY_NAME = {thing.name: thing for thing in THINGS}
BY_VALUE = {value: thing for thing in THINGS for value in thing.values}
