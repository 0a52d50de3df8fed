"""By when: every term that the law sets, as a table, and the last day of each.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row: a
case comes first. Terms of the Union are counted by Regulation 1182/71, the others by Ley 39/2015.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from governance.policy.references import (
    EHDS,
    GDPR,
    LEY_39_2015,
    PROGRAMME,
    RD_1112_2018,
    Reference,
)
from governance.policy.working_days import (
    NO_LOCAL_HOLIDAYS,
    Method,
    Term,
    Unit,
    days,
    last_day,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One term. ``extension`` is what may be added once, with reasons; None where nothing may."""

    id: str
    says: str
    source: tuple[Reference, ...]
    term: Term
    extension: Term | None = None


def _weeks(count: int) -> Term:
    return Term(count, Unit.WEEKS, Method.UNION)


def _months(count: int) -> Term:
    return Term(count, Unit.MONTHS, Method.UNION)


COMPLETE_REQUEST = Deadline(
    id="D-01",
    says="An applicant completes a returned request within four weeks, or it is closed.",
    source=(EHDS["68(4)"],),
    term=_weeks(4),
)
DECIDE_REQUEST = Deadline(
    id="D-02",
    says="The access body decides within three months of the complete request, three more once.",
    source=(EHDS["68(4)"],),
    term=_months(3),
    extension=_months(3),
)
DECIDE_ACCELERATED = Deadline(
    id="D-03",
    says="A public body with a public-health mandate has its answer in two months, one more once.",
    source=(EHDS["68(6)"],),
    term=_months(2),
    extension=_months(1),
)
DELIVER_ETHICS_DECISION = Deadline(
    id="D-04",
    says="The committee decides within two months, so that the access body can keep its own term.",
    source=(PROGRAMME["committee-term"],),
    term=_months(2),
)
PROVIDE_DATA = Deadline(
    id="D-05",
    says="A holder provides the data within three months of the permit, three more if justified.",
    source=(EHDS["60(2)"], EHDS["68(7)"]),
    term=_months(3),
    extension=_months(3),
)
DELIVER_RELEASE = Deadline(
    id="D-06",
    says="The data user has the data within two months of their receipt from the holder.",
    source=(EHDS["68(7)"],),
    term=_months(2),
)
ANSWER_STATISTICS = Deadline(
    id="D-07",
    says="A health data request is assessed in three months and answered in three more.",
    source=(EHDS["69(4)"],),
    term=_months(3),
    extension=_months(3),
)
AGREE_ON_FEES = Deadline(
    id="D-08",
    says="Without agreement on fees one month after the permit, the access body may set them.",
    source=(EHDS["62(4)"],),
    term=_months(1),
)
PUBLISH_DECISION = Deadline(
    id="D-09",
    says="Permits, approvals and refusals are public within thirty working days.",
    source=(EHDS["57(1)(j)(iii)"],),
    term=Term(30, Unit.WORKING_DAYS, Method.UNION),
)
STATE_VIEWS = Deadline(
    id="D-10",
    says="Whoever is told of non-compliance states her views within four weeks.",
    source=(EHDS["63(2)"],),
    term=_weeks(4),
)
DELETE_DATA = Deadline(
    id="D-11",
    says="The environment deletes the data within six months of the permit's end.",
    source=(EHDS["68(12)"],),
    term=_months(6),
)
PUBLISH_RESULTS = Deadline(
    id="D-12",
    says="A data user publishes results within eighteen months of completion.",
    source=(EHDS["61(4)"],),
    term=_months(18),
)
CHECK_DESCRIPTION = Deadline(
    id="D-13",
    says="A holder checks the description of a dataset at least once a year.",
    source=(EHDS["60(3)"],),
    term=Term(1, Unit.YEARS, Method.UNION),
)
ANSWER_RIGHTS_REQUEST = Deadline(
    id="D-14",
    says="A rights request is answered within one month, two more if told why within the first.",
    source=(GDPR["12(3)"],),
    term=_months(1),
    extension=_months(2),
)
READ_NOTICE = Deadline(
    id="D-15",
    says="An electronic notice that nobody opens in ten natural days counts as rejected.",
    source=(LEY_39_2015["43.2"],),
    term=Term(10, Unit.NATURAL_DAYS, Method.SPANISH, carried=False),
)
ANSWER_ACCESSIBILITY = Deadline(
    id="D-16",
    says="A message about accessibility is answered within twenty working days.",
    source=(RD_1112_2018["12"],),
    term=days(20),
)
ANSWER_ACCESSIBILITY_COMPLAINT = Deadline(
    id="D-17",
    says="A complaint about accessibility is answered within two months; silence rejects it.",
    source=(RD_1112_2018["13"],),
    term=Term(2, Unit.MONTHS, Method.SPANISH),
)

DEADLINES: tuple[Deadline, ...] = (
    COMPLETE_REQUEST,
    DECIDE_REQUEST,
    DECIDE_ACCELERATED,
    DELIVER_ETHICS_DECISION,
    PROVIDE_DATA,
    DELIVER_RELEASE,
    ANSWER_STATISTICS,
    AGREE_ON_FEES,
    PUBLISH_DECISION,
    STATE_VIEWS,
    DELETE_DATA,
    PUBLISH_RESULTS,
    CHECK_DESCRIPTION,
    ANSWER_RIGHTS_REQUEST,
    READ_NOTICE,
    ANSWER_ACCESSIBILITY,
    ANSWER_ACCESSIBILITY_COMPLAINT,
)


def due(deadline: Deadline, since: date, *, local: frozenset[date] = NO_LOCAL_HOLIDAYS) -> date:
    """The last day, its end included. ``since`` is the day of the event, in Europe/Madrid.

    ``local`` are holidays of the municipality of whoever must act (Ley 39/2015 30.6).
    """
    return last_day(deadline.term, since, local=local)


def extended(
    deadline: Deadline, due_on: date, *, local: frozenset[date] = NO_LOCAL_HOLIDAYS
) -> date:
    """The last day once extended, counted from the last day before. Whether it may be extended
    again is the life's to refuse. Raises ValueError where the law allows no extension."""
    if deadline.extension is None:
        raise ValueError(f"{deadline.id} cannot be extended")
    return last_day(deadline.extension, due_on, local=local)


def missed(due_on: date | None, today: date) -> bool:
    """Whether the last day is over; where there is none, nothing can be missed."""
    return due_on is not None and today > due_on
