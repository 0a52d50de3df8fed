"""Permits in words: rows of a list, what was granted, who has signed, and what has happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from governance.lives.permits.words import PermitStatus
from governance.views.permit_shown import PermitRow, PermitShown
from portal.languages import Tongue
from portal.messages.dates import day, from_to, instant
from portal.messages.names import name
from portal.messages.numbers import euros, listed
from portal.presenters.people import named, names_of
from portal.presenters.studies import environment_name, study_name

Row = dict[str, Any]
KINDS = {
    PermitStatus.IN_FORCE: "good",
    PermitStatus.SUSPENDED: "wait",
    PermitStatus.REVOKED: "bad",
    PermitStatus.EXPIRED: "calm",
}


@dataclass(frozen=True, slots=True)
class PermitLine:
    """One permit in a list."""

    id: str
    study: str
    status: str
    colour: str
    applicant: str
    period: str


def line(row: PermitRow, tongue: Tongue) -> PermitLine:
    """One row as far as this reader is shown it."""
    return PermitLine(
        id=row.id,
        study=study_name(row.study) or tongue.gettext("A permit"),
        status=name(tongue, row.status) if row.status else "",
        colour=KINDS.get(row.status, "calm") if row.status else "calm",
        applicant=(row.applicant.name or "") if row.applicant else "",
        period=from_to(tongue, row.starts, row.ends) if row.starts else "",
    )


def granted(shown: PermitShown, tongue: Tongue) -> list[Row]:
    """What was granted, item by item; what this reader is not shown is left out."""
    said = tongue.gettext
    values: Sequence[tuple[str, str | None]] = (
        (said("Where it stands"), name(tongue, shown.status) if shown.status else None),
        (said("Law that it stands under"), name(tongue, shown.regime) if shown.regime else None),
        (said("Kind"), name(tongue, shown.kind) if shown.kind else None),
        (said("Applicant"), shown.applicant.name if shown.applicant else None),
        (said("Persons with access"), names_of(shown.named_persons, tongue)),
        (said("What for"), _codes(shown.purposes, tongue)),
        (said("The purpose in detail"), shown.purpose_in_detail),
        (said("Which data"), _codes({c.category for c in shown.cells or ()}, tongue)),
        (said("For whom"), name(tongue, shown.recipient) if shown.recipient else None),
        (said("Datasets"), listed(tongue, [one.title or one.id for one in shown.datasets or ()])),
        (said("Columns"), listed(tongue, sorted({c for _, c in shown.variables or ()}))),
        (said("Environment"), _environment(shown)),
        (said("Period"), from_to(tongue, shown.starts, shown.ends) if shown.starts else None),
        (said("Estimate of the fee"), None if shown.fees is None else euros(tongue, shown.fees)),
        (said("Deletion due"), _deletion(shown, tongue)),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def undertakings(shown: PermitShown, tongue: Tongue) -> list[Row]:
    """Who has undertaken secrecy, and who has not yet."""
    return [
        {
            "key": named(one.person, tongue),
            "value": instant(tongue, one.signed_at)
            if one.signed_at
            else tongue.gettext("has not signed yet"),
        }
        for one in shown.undertakings or ()
    ]


def reasons(shown: PermitShown) -> list[str]:
    """Why it was amended, suspended, resumed or revoked."""
    return [one.text for one in shown.reasons or () if one.text]


def _environment(shown: PermitShown) -> str | None:
    return environment_name(shown.environment.id) if shown.environment else None


def _deletion(shown: PermitShown, tongue: Tongue) -> str | None:
    due = shown.deadlines.deletion_due if shown.deadlines else None
    return day(tongue, due) if due else None


def _codes(codes: Any, tongue: Tongue) -> str:
    return listed(tongue, [name(tongue, code) for code in sorted(codes or ())])
