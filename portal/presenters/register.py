"""The public register in words; counts of few people are told as few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from governance.views.register import Registered
from portal.languages import Tongue
from portal.messages.dates import day, from_to
from portal.messages.entries import happened
from portal.messages.names import name
from portal.messages.numbers import listed
from portal.messages.numbers import people as count_of_people
from portal.presenters.studies import study_name

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One request in the register."""

    id: str
    study: str
    applicant: str
    received: str
    status: str


def line(row: Registered, tongue: Tongue) -> RegisterLine:
    """One row."""
    return RegisterLine(
        id=row.id,
        study=study_name(row.study) or tongue.gettext("A request"),
        applicant=(row.applicant.name or "") if row.applicant else "",
        received=day(tongue, row.received_on) if row.received_on else "",
        status=_status(row, tongue),
    )


def _status(row: Registered, tongue: Tongue) -> str:
    """As it was decided, and how the permit or the request stands."""
    known = [name(tongue, one) for one in (row.decision, row.status) if one]
    return ", ".join(dict.fromkeys(known))


def summary(shown: Registered, tongue: Tongue) -> list[Row]:
    """Everything that is published of it (EHDS 57(1)(e), (j))."""
    said, row = tongue.gettext, line(shown, tongue)
    purposes = [name(tongue, one) for one in sorted(shown.purposes or ())]
    datasets = [one.title or one.id for one in shown.datasets or ()]
    term, ethics = shown.duration, shown.ethics_outcome
    values: Sequence[tuple[str, str | None]] = (
        (said("Applicant"), row.applicant),
        (said("Kind"), name(tongue, shown.kind) if shown.kind else None),
        (said("What for"), listed(tongue, purposes)),
        (said("Benefit"), shown.description),
        (said("Datasets"), listed(tongue, datasets)),
        (said("Received"), row.received),
        (said("Where it stands"), row.status),
        (said("Justification"), shown.decision_reason),
        (said("Committee"), name(tongue, ethics.outcome) if ethics else None),
        (said("Permit issued"), day(tongue, shown.issued_on) if shown.issued_on else None),
        (said("Period"), from_to(tongue, term.starts, term.ends) if term else None),
        (said("Measures"), _measures(shown, tongue)),
        (said("Releases"), _releases(shown, tongue)),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def _measures(shown: Registered, tongue: Tongue) -> str:
    return listed(
        tongue,
        [f"{happened(tongue, one.code)} ({day(tongue, one.on)})" for one in shown.measures or ()],
    )


def _releases(shown: Registered, tongue: Tongue) -> str:
    return "; ".join(
        f"{day(tongue, one.delivered_on)}: {count_of_people(tongue, one.people)}"
        for one in shown.releases or ()
        if one.delivered_on
    )
