"""Access requests in words: rows of a list, what is asked, and what has happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.lives.access_requests.words import RequestStatus
from governance.views.people import Person
from governance.views.request_rows import RequestRow
from governance.views.request_shown import RequestShown
from governance.views.timeline import Step
from portal.languages import N_, Tongue
from portal.messages.dates import day, from_to, instant
from portal.messages.entries import happened
from portal.messages.names import name
from portal.messages.numbers import listed
from portal.presenters.people import names_of
from portal.presenters.pictures.requests import Way, way
from portal.presenters.pictures.turns import turns
from portal.presenters.studies import environment_name, study_name

Row = dict[str, Any]
KINDS = {
    RequestStatus.DRAFT: "calm",
    RequestStatus.SUBMITTED: "wait",
    RequestStatus.RETURNED: "wait",
    RequestStatus.COMPLETE: "info",
    RequestStatus.UNDER_ETHICS_REVIEW: "info",
    RequestStatus.DECIDED: "calm",
    RequestStatus.CLOSED: "calm",
}
"""How a status is drawn beside its words."""
OVER = {RequestStatus.DECIDED, RequestStatus.CLOSED}
"""Nothing falls due any more."""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One request in a list."""

    id: str
    study: str
    kind: str
    status: str
    colour: str
    applicant: str
    due: str
    overdue: bool


def line(row: RequestRow, tongue: Tongue) -> RequestLine:
    """One row as far as this reader is shown it."""
    due = _due(row)
    status, colour = _standing(row, tongue)
    return RequestLine(
        id=row.id,
        study=study_name(row.study) or tongue.gettext("A request"),
        kind=name(tongue, row.kind) if row.kind else "",
        status=status,
        colour=colour,
        applicant=(row.applicant.name or "") if row.applicant else "",
        due=day(tongue, due[1]) if due else "",
        overdue=due is not None and bool(row.overdue),
    )


def _standing(row: RequestRow, tongue: Tongue) -> tuple[str, str]:
    """Where it stands in words, and how that is drawn: how it was decided, where that is shown."""
    if isinstance(row, RequestShown) and row.decision and row.status is RequestStatus.DECIDED:
        return _decision(row, tongue) or "", "good" if row.decision.granted else "bad"
    if row.status is RequestStatus.DECIDED and row.permit:
        return name(tongue, row.status), "good"
    return (name(tongue, row.status), KINDS.get(row.status, "calm")) if row.status else ("", "calm")


def asked(shown: RequestShown, tongue: Tongue) -> list[Row]:
    """What is asked, item by item; what this reader is not shown is left out."""
    said = tongue.gettext
    values: Sequence[tuple[str, str | None]] = (
        (said("Kind"), name(tongue, shown.kind) if shown.kind else None),
        (said("Applicant"), shown.applicant.name if shown.applicant else None),
        (said("Led by"), _name(shown.principal_investigator)),
        (said("Persons with access"), names_of(shown.named_persons, tongue)),
        (said("What for"), _codes(shown.purposes, tongue)),
        (said("Which data"), _codes({c.category for c in shown.cells or ()}, tongue)),
        (said("For whom"), name(tongue, shown.recipient) if shown.recipient else None),
        (said("How far"), name(tongue, shown.recipient_place) if shown.recipient_place else None),
        (said("Datasets"), listed(tongue, [one.title or one.id for one in shown.datasets or ()])),
        (said("Columns"), listed(tongue, sorted({c for _, c in shown.variables or ()}))),
        (said("Environment"), environment_name(shown.environment)),
        (said("Tools"), listed(tongue, shown.tools or ())),
        (said("Period"), _period(shown, tongue)),
        (said("Benefit"), shown.texts.benefit if shown.texts else None),
        (said("Safeguards"), shown.texts.safeguards if shown.texts else None),
        (said("Why pseudonyms"), shown.texts.pseudonymisation if shown.texts else None),
        (said("Datasets brought in"), shown.texts.brought_in if shown.texts else None),
        (said("Ethics"), shown.texts.ethics_information if shown.texts else None),
        (said("Prohibited uses declared"), _codes(shown.declared_uses, tongue)),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def procedure(shown: RequestShown, tongue: Tongue) -> list[Row]:
    """Where it stands, and by when."""
    said, due = tongue.gettext, _due(shown)
    missing = [name(tongue, item) for item in sorted(shown.missing_items or ())]
    back = shown.returned_items if shown.status is RequestStatus.RETURNED else None
    returned = [name(tongue, item) for item in sorted(back.items)] if back else []
    values: Sequence[tuple[str, str | None]] = (
        (said("The request"), name(tongue, shown.status) if shown.status else None),
        (tongue.gettext(due[0]) if due else "", day(tongue, due[1]) if due else None),
        (said("Committee"), name(tongue, shown.ethics_status) if shown.ethics_status else None),
        (said("Missing items"), listed(tongue, missing)),
        (said("Items to be completed"), listed(tongue, returned)),
        (said("Why it was returned"), back.reason if back else None),
        (said("Criteria met"), _sentences(shown.criteria_met, tongue)),
        (said("Decision"), _decision(shown, tongue)),
        (said("Justification"), shown.decision_reason),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def way_of(shown: RequestShown, today: date, tongue: Tongue) -> Way | None:
    """Whose turn it was, and what falls due now, as a picture."""
    due = _due(shown)
    deadline = (tongue.gettext(due[0]), due[1]) if due else None
    return way(turns(shown.timeline or ()), tongue, today=today, deadline=deadline)


def _due(row: RequestRow) -> tuple[str, date] | None:
    """What falls due of it, and when; nothing any more of what has been decided or closed."""
    if row.status is RequestStatus.RETURNED and row.complete_by:
        return N_("To be completed by"), row.complete_by
    over = row.status in OVER or row.status is RequestStatus.RETURNED
    return None if over or row.decide_by is None else (N_("To be decided by"), row.decide_by)


def _decision(shown: RequestShown, tongue: Tongue) -> str | None:
    if shown.decision is None:
        return None
    return tongue.gettext("Granted") if shown.decision.granted else tongue.gettext("Refused")


def steps(timeline: Iterable[Step] | None, tongue: Tongue) -> list[Row]:
    """What has happened, the newest first."""
    return [
        {
            "what": happened(tongue, step.code),
            "when": instant(tongue, step.at),
            "instant": step.at.isoformat(),
            "more": name(tongue, step.by),
            "done": True,
        }
        for step in sorted(timeline or (), key=lambda one: one.position, reverse=True)
    ]


def _name(person: Person | None) -> str | None:
    return person.name if person else None


def _codes(codes: Iterable[Any] | None, tongue: Tongue) -> str:
    return listed(tongue, [name(tongue, code) for code in sorted(codes or ())])


def _sentences(codes: Iterable[Any] | None, tongue: Tongue) -> str:
    """Codes whose names are sentences, which no comma holds apart."""
    return "; ".join(name(tongue, code) for code in sorted(codes or ()))


def _period(shown: RequestShown, tongue: Tongue) -> str | None:
    return from_to(tongue, shown.period.starts, shown.period.ends) if shown.period else None
