"""Releases in words: rows of a list, the recipe, who was in and who was left out, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from governance.lives.releases.words import ReleaseStatus
from governance.service.preparation import Explanation
from governance.views.releases import ReleaseShown
from portal.languages import Tongue
from portal.messages.dates import day, instant
from portal.messages.entries import happened
from portal.messages.names import name
from portal.messages.numbers import listed, number
from portal.messages.numbers import people as count_of_people
from portal.messages.refusals import withheld_because
from portal.messages.rules import sentence, source
from portal.presenters.people import named
from portal.presenters.studies import environment_name, study_name

Row = dict[str, Any]
KINDS = {
    ReleaseStatus.PREPARED: "wait",
    ReleaseStatus.SIGNED: "info",
    ReleaseStatus.FROZEN: "info",
    ReleaseStatus.DELIVERED: "good",
    ReleaseStatus.WITHHELD: "bad",
    ReleaseStatus.RECALLED: "bad",
    ReleaseStatus.CANCELLED: "calm",
}


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """One release in a list."""

    id: str
    study: str
    status: str
    kind: str
    delivered: str
    people: str


def line(row: ReleaseShown, tongue: Tongue) -> ReleaseLine:
    """One row as far as this reader is shown it."""
    delivered = row.delivered_on is not None
    return ReleaseLine(
        id=row.id,
        study=study_name(row.permit.study if row.permit else None) or tongue.gettext("A release"),
        status=name(tongue, row.status) if row.status else "",
        kind=KINDS.get(row.status, "calm") if row.status else "calm",
        delivered=day(tongue, row.delivered_on) if row.delivered_on else "",
        people=count_of_people(tongue, row.people) if delivered else "",
    )


def recipe(shown: ReleaseShown, tongue: Tongue) -> list[Row]:
    """What is taken from where, and how it is guarded: what a signature covers."""
    said = tongue.gettext
    laid_down = shown.recipe
    preview = shown.preview
    cells = laid_down.cells if laid_down else frozenset()
    values: Sequence[tuple[str, str | None]] = (
        (said("What for"), _names(shown.purpose, tongue)),
        (said("Which data"), _names({cell.category for cell in cells}, tongue)),
        (said("Datasets"), _datasets(shown, tongue)),
        (said("Columns"), listed(tongue, [column.name for column in shown.columns or ()])),
        (said("Delivered into"), environment_name(laid_down.environment) if laid_down else None),
        (said("Smallest group"), number(tongue, laid_down.k) if laid_down else None),
        (said("Fewest people"), number(tongue, laid_down.minimum_cohort) if laid_down else None),
        (said("Requested by"), shown.requester.name if shown.requester else None),
        (said("Prepared by"), shown.preparer.name if shown.preparer else None),
        (said("Looked at in the preview"), _count(preview.considered, tongue) if preview else None),
        (said("Allowed in the preview"), _count(preview.included, tongue) if preview else None),
        (said("Fingerprint of the recipe"), laid_down.digest if laid_down else None),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def in_and_out(shown: ReleaseShown, tongue: Tongue) -> list[Row]:
    """How many were looked at, in, and left out by each rule that this reader may know."""
    said = tongue.gettext
    totals = (
        (said("Looked at"), shown.considered),
        (said("In the package"), shown.people),
        (said("Left out"), shown.left_out),
    )
    rules = [(sentence(tongue, one), n) for one, n in sorted((shown.counts_by_rule or {}).items())]
    return _counted((*totals, *rules), tongue)


def besides(shown: ReleaseShown, tongue: Tongue) -> list[Row]:
    """What else was counted, and adds up to nothing."""
    said = tongue.gettext
    others = (
        (said("Removed in the last pass"), shown.removed_in_last_pass),
        (said("Cells blanked so that nobody stands out"), shown.cells_blanked),
    )
    return _counted(others, tongue)


def _counted(counts: Sequence[tuple[str, int | None]], tongue: Tongue) -> list[Row]:
    return [
        {"key": label, "value": number(tongue, counted)}
        for label, counted in counts
        if counted is not None
    ]


def outcome(shown: ReleaseShown, tongue: Tongue) -> list[Row]:
    """Signatures, the instant, the package, and what came of it."""
    said = tongue.gettext
    rows: list[Row] = [
        {"key": named(one.person, tongue), "value": instant(tongue, one.at)}
        for one in shown.signers or ()
    ]
    frozen = shown.instant
    values: Sequence[tuple[str, str | None]] = (
        (said("Position of the instant"), str(frozen.position) if frozen else None),
        (said("Time of the instant"), instant(tongue, frozen.time) if frozen else None),
        (said("Delivered"), day(tongue, shown.delivered_on) if shown.delivered_on else None),
        (said("Hash of the package"), shown.package_hash),
    )
    return rows + [{"key": label, "value": value} for label, value in values if value]


def reasons(shown: ReleaseShown, tongue: Tongue) -> list[tuple[str, str]]:
    """Why it was withheld, and where that comes from; faults of files come from nowhere."""
    return [
        (withheld_because(tongue, reason), source(tongue, reason))
        for reason in shown.withheld_for or ()
    ]


def removals(shown: ReleaseShown, tongue: Tongue) -> list[list[str]]:
    """Notices by which the recipient had to remove people, the newest first."""
    waiting = tongue.gettext("not yet")
    return [
        [
            instant(tongue, one.sent_at),
            count_of_people(tongue, one.people),
            instant(tongue, one.confirmed_at) if one.confirmed_at else waiting,
        ]
        for one in sorted(shown.removal_notices or (), key=lambda one: one.sent_at, reverse=True)
    ]


def steps(shown: ReleaseShown, tongue: Tongue) -> list[Row]:
    """What has happened, the newest first."""
    return [
        {
            "what": happened(tongue, step.code),
            "when": instant(tongue, step.at),
            "instant": step.at.isoformat(),
            "done": True,
        }
        for step in sorted(shown.history or (), key=lambda one: one.position, reverse=True)
    ]


@dataclass(frozen=True, slots=True)
class Explained:
    """Whether somebody was in a release, and the rules that kept her out."""

    says: str
    rules: tuple[tuple[str, str], ...]
    """Sentences and their sources, as far as this reader may be told."""


def explained(found: Explanation, tongue: Tongue) -> Explained:
    """Why somebody was in, or was not."""
    if not found.held:
        says = tongue.gettext("No file of this release holds anybody called so.")
    elif found.was_in:
        says = tongue.gettext("This person was in the package.")
    else:
        says = tongue.gettext("This person was not in the package.")
    rules = tuple((sentence(tongue, one), source(tongue, one)) for one in found.refused_by)
    return Explained(says, rules)


def _datasets(shown: ReleaseShown, tongue: Tongue) -> str:
    return listed(
        tongue, [f"{one.title or one.id} ({one.version})" for one in shown.datasets or ()]
    )


def _count(counted: int | None, tongue: Tongue) -> str:
    return count_of_people(tongue, counted)


def _names(codes: Any, tongue: Tongue) -> str:
    return listed(tongue, [name(tongue, code) for code in sorted(codes or ())])
