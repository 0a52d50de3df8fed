"""As whom each page is visited, and with which values in its address. One line for each page.

A value is a text, or is looked up in the region: its known requests, permits and releases, or a
link on another page. Pages of desks (one act, one form) share the line of their thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from governance.vocabulary.acts import NEEDS_STEP_UP
from portal.page import Page
from portal.routes import PAGES


@dataclass(frozen=True, slots=True)
class Known:
    """An id of the region by the name that tests use (``tests/portal/world.py``)."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Linked:
    """What stands in a link of another page, which the same person reads first."""

    path: str
    pattern: str
    """Its first group is the value; the first link that it matches is followed."""


@dataclass(frozen=True, slots=True)
class Parked:
    """A form that was sent too late, and waits."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers on the way through a choice; for a minor, whether she took part too."""

    base: str


Value = str | Known | Linked | Parked | Answered
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Row:
    """One visit. Nobody is signed in where ``person`` is None."""

    person: str | None = None
    values: Values = field(default_factory=dict)
    status: int = 200
    kind: str = "text/html"
    """The media type of the answer."""


def _thing(kind: str, name: str) -> Values:
    return {"thing": Known(kind, name)}


HEARTS, WAITING = "rare-variants-of-the-heart", "waiting-times-in-primary-care"
CARDIO, SLEEP = "cardiometabolic-risk", "sleep-and-memory"
FIRST_STEP = "service-management-and-planning"
CHILD: Value = Linked("/my", r"/for/([0-9a-f]{20})\b")
RECEIPT: Value = Linked("/my/choices", r"/my/receipts/(\d+)")
CHILDS_RECEIPT: Value = Linked("/for/{whom}/choices", r"/receipts/(\d+)")
RELEASE = {"thing": Known("releases", "0")}
HALF_SIGNED = {"thing": Known("releases", "-1")}
MEETING = {"thing": Linked("/committee/meetings", r"/committee/meetings/([0-9a-f]{32})")}
NO_DOCUMENT = {**_thing("requests", SLEEP), "document": "none"}
"""Nobody in the region has attached any; its own tests read and remove one."""
PDF, JSON, PLAIN = "application/pdf", "application/json", "text/plain"

OPEN = Row()
OWN: dict[str, Row] = {
    "home": Row("maite"),
    "notices": Row("maite"),
    "uses": Row("maite"),
    "record": Row("maite"),
    "choices": Row("maite"),
    "choose-begin": Row("maite"),
    "choose": Row("maite", {"draft": "new", "step": FIRST_STEP}),
    "receipt": Row("maite", {"position": RECEIPT}),
    "receipt-pdf": Row("maite", {"position": RECEIPT}, kind=PDF),
    "receipt-proof": Row("maite", {"position": RECEIPT}, kind=JSON),
    "chosen": Row("maite", {"position": RECEIPT}),
    "withdraw": Row("maite", {"what": "everything"}),
    "opt-out": Row("maite"),
    "own-refusal": Row("nahia"),
    "reach": Row("maite"),
}
"""The pages of a citizen; each has a twin for somebody she acts for."""


def _twin(row: Row) -> Row:
    """The same page, visited by a mother for her child."""
    values = {**row.values, "whom": CHILD}
    if "position" in values:
        values["position"] = CHILDS_RECEIPT
    return Row("leire", values, row.status, row.kind)


ROWS: dict[str, Row] = {
    **dict.fromkeys(
        ("start", "how-it-works", "privacy", "accessibility", "officer", "sheet", "register"), OPEN
    ),
    **dict.fromkeys(
        ("checkpoints", "committee-members", "datasets", "sign-in", "signed-out"), OPEN
    ),
    **dict.fromkeys(("robots", "security"), Row(kind=PLAIN)),
    "register-entry": Row(values=_thing("requests", CARDIO)),
    "dataset": Row(values={"thing": Linked("/datasets", r"/datasets/([^\"?]+)")}),
    "sign-in-callback": Row(status=403),
    "sessions": Row("maite"),
    "kept-form": Row("maite", {"form": Parked()}),
    **OWN,
    **{f"{name}-for": _twin(row) for name, row in OWN.items()},
    "own-refusal-for": Row("leire", {"whom": CHILD}, status=404),
    "access-body": Row("access-officer"),
    "access-body-request": Row("access-officer", _thing("requests", WAITING)),
    "access-body-permits": Row("access-officer"),
    "access-body-permit": Row("access-officer", _thing("permits", CARDIO)),
    "issue-permit": Row("access-officer", _thing("requests", CARDIO)),
    "committee": Row("member-6"),
    "committee-review": Row("member-6", _thing("requests", HEARTS)),
    "committee-meetings": Row("member-1"),
    "convene-meeting": Row("member-1"),
    "committee-meeting": Row("member-1", MEETING),
    "releases": Row("preparer"),
    "release": Row("preparer", RELEASE),
    "new-release": Row("preparer"),
    "prepare-release": Row("preparer", _thing("permits", CARDIO)),
    "carry-out-release": Row("preparer", HALF_SIGNED, status=404),
    "sign-release": Row("second-officer", HALF_SIGNED),
    "explain-release": Row("auditor", RELEASE),
    "new-request": Row("researcher"),
    "write-request": Row("researcher", _thing("requests", SLEEP)),
    "write-section": Row("researcher", {**_thing("requests", SLEEP), "section": "aim"}),
    "requests": Row("researcher"),
    "request": Row("researcher", _thing("requests", CARDIO)),
    "request-documents": Row("researcher", _thing("requests", SLEEP)),
    "request-document": Row("researcher", NO_DOCUMENT, status=404),
    "remove-document": Row("researcher", NO_DOCUMENT, status=404),
    "permits": Row("researcher"),
    "permit": Row("researcher", _thing("permits", CARDIO)),
    "programme": Row("protector"),
    "look-up": Row("protector"),
    "audit": Row("auditor"),
    "audit-entries": Row("auditor"),
    "audit-entry": Row("auditor", {"thing": "100"}),
    "audit-verify": Row("auditor"),
    "audit-attempts": Row("auditor"),
    "audit-reads": Row("auditor"),
    "audit-staff": Row("auditor"),
}
DESKS = (
    "access-body-request",
    "access-body-permit",
    "committee-meeting",
    "committee-review",
    "release",
    "request",
    "permit",
    "programme",
)
"""Things that have a page for each act; it is visited as the thing is."""
READY = frozenset(
    {
        *("withdraw", "opt-out", "own-refusal", "reach", "write-section", "sign-release"),
        *("access-body-request-confirm-complete", "access-body-request-offer-statistics"),
        "audit-verify",
    }
)
"""Forms that are complete as they stand: whoever sends them has done it."""
AWAY: Mapping[str, str] = {
    "arrived": "it leads on to the first page of her menu, which is visited by itself",
    "sign-in-begin": "it leads away to the identity provider: the journeys follow it",
}

MORE: tuple[tuple[str, Row], ...] = (
    ("choose", Row("maite", {"draft": Answered("/my"), "step": "check"})),
    ("choose-for", Row("leire", {"whom": CHILD, "draft": "new", "step": "took-part"})),
    ("choose-for", Row("leire", {"whom": CHILD, "draft": "new", "step": "research-and-knowledge"})),
    ("choose", Row("maite", {"draft": "new", "step": "reach"})),
    ("home", Row("auditor")),
    ("uses", Row("javier")),
    ("withdraw", Row("javier", {"what": "research-and-knowledge"})),
    ("request", Row("co-researcher", _thing("requests", "asthma-in-schools"))),
    *(
        ("write-section", Row("researcher", {**_thing("requests", SLEEP), "section": section}))
        for section in ("people", "data", "recipient", "place", "exceptions")
    ),
    ("request", Row("co-researcher", _thing("requests", "diabetes-app"))),
    ("release", Row("second-officer", HALF_SIGNED)),
    ("release", Row("auditor", RELEASE)),
    ("choices", Row("javier")),
    ("committee-review", Row("member-0", _thing("requests", CARDIO))),
    ("permits", Row("maite")),
    ("request", Row("maite", _thing("requests", CARDIO), status=404)),
)
"""Other states of some pages: checked answers, nothing yet, refused, somebody else's."""


def row_of(page: Page) -> Row | None:
    """How this page is visited; None where nobody has said."""
    desk = next((ROWS[one] for one in DESKS if page.name.startswith(f"{one}-")), None)
    return ROWS.get(page.name, desk)


def visits() -> Iterator[tuple[Page, Row]]:
    """Every page that answers GET, as it is visited; then its other states."""
    pages = {page.name: page for page in PAGES}
    for page in PAGES:
        row = row_of(page)
        if page.show and row and page.name not in AWAY:
            yield page, row
    for name, row in MORE:
        yield pages[name], row


def stepped_up(page: Page) -> bool:
    """Whether the page asks for a fresh proof of who is there."""
    return bool(page.acts & NEEDS_STEP_UP)


def refused_as_it_stands(page: Page, row: Row) -> bool:
    """Whether its form, sent as it stands, is refused and changes nothing."""
    ready = page.name.removesuffix("-for") in READY or any(
        isinstance(value, Answered) for value in row.values.values()
    )
    return page.take is not None and row.status == 200 and not ready
