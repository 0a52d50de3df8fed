"""The table of questions: what each is called, and what it answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from governance.views.access_log import AccessLog, ReadShown
from governance.views.catalogue import Catalogue, DatasetShown
from governance.views.changes import Changes, Followed
from governance.views.committee import Committee, CommitteeShown
from governance.views.decisions import (
    EvaluateAccess,
    EvaluateAccessOfAll,
    EvaluateAccessOfMany,
    PeopleDecided,
    PopulationDecided,
)
from governance.views.ledger import (
    Checkpoints,
    EntryShown,
    LedgerEntries,
    LedgerShown,
    LedgerSummary,
)
from governance.views.me import Myself, WhoAmI
from governance.views.meetings import Meetings, MeetingShown
from governance.views.permit_lists import Permits
from governance.views.permit_shown import PermitShown
from governance.views.programme import Keys, ProgrammeShown, Switches
from governance.views.register import PublicRegister, Registered
from governance.views.releases import Releases, ReleaseShown
from governance.views.request_documents import AttachmentFile, File
from governance.views.request_lists import RequestQueue
from governance.views.request_shown import RequestShown
from governance.views.review_lists import ReviewQueue
from governance.views.reviews import ReviewShown
from governance.views.sheets import SheetInForce, Sheets, SheetShown
from governance.views.staff import Partners, Staff, StaffShown
from governance.views.webhooks import Webhooks, WebhookShown
from graph.shapes.orders import ListOrder, Orders, QueueOrder


class Kind(Enum):
    """How a question answers."""

    ONE = auto()
    SEVERAL = auto()
    """All of them: there are not many by nature."""
    PAGES = auto()
    """A list that is counted, by places."""
    GROWS = auto()
    """A list that only grows, the newest first, by positions of the ledger."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A field of the query: the question behind it, and the value that it answers with."""

    question: Any
    value: Any
    kind: Kind = Kind.ONE
    without: frozenset[str] = frozenset()
    """Fields of the question that are not arguments here."""
    orders: Orders = None
    """In which orders a list can be asked for."""


QUESTIONS: Mapping[str, Asking] = {
    "viewer": Asking(WhoAmI, Myself),
    "access_log": Asking(AccessLog, ReadShown, Kind.GROWS, frozenset({"about"}), ListOrder),
    "access_requests": Asking(RequestQueue, RequestShown, Kind.PAGES, orders=QueueOrder),
    "attached_file": Asking(AttachmentFile, File),
    "changes": Asking(Changes, Followed),
    "checkpoints": Asking(Checkpoints, LedgerShown, Kind.GROWS, orders=ListOrder),
    "committee": Asking(Committee, CommitteeShown),
    "evaluate_access": Asking(EvaluateAccess, PeopleDecided),
    "evaluate_access_of_list": Asking(EvaluateAccessOfMany, PeopleDecided),
    "evaluate_access_of_population": Asking(EvaluateAccessOfAll, PopulationDecided),
    "datasets": Asking(Catalogue, DatasetShown, Kind.PAGES, orders=ListOrder),
    "ethics_reviews": Asking(ReviewQueue, ReviewShown, Kind.PAGES, orders=QueueOrder),
    "information_sheet": Asking(SheetInForce, SheetShown),
    "information_sheets": Asking(Sheets, SheetShown, Kind.SEVERAL),
    "keys": Asking(Keys, ProgrammeShown),
    "ledger": Asking(LedgerSummary, LedgerShown),
    "ledger_entries": Asking(
        LedgerEntries, EntryShown, Kind.GROWS, frozenset({"stream"}), ListOrder
    ),
    "meetings": Asking(Meetings, MeetingShown, Kind.PAGES, orders=ListOrder),
    "partners": Asking(Partners, StaffShown),
    "permits": Asking(Permits, PermitShown, Kind.PAGES, orders=QueueOrder),
    "programme": Asking(Switches, ProgrammeShown),
    "register": Asking(PublicRegister, Registered, Kind.PAGES, orders=ListOrder),
    "releases": Asking(Releases, ReleaseShown, Kind.GROWS, orders=ListOrder),
    "staff": Asking(Staff, StaffShown, Kind.SEVERAL),
    "webhooks": Asking(Webhooks, WebhookShown, Kind.SEVERAL),
}
"""By the name of the field. Things that have an id are fields too, by that id (``root.py``)."""
