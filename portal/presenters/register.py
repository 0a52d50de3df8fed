"""The public register in words; counts of few people are told as few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.lives.access_requests.events import RequestSubmitted
from governance.lives.ethics.reviews.events import DecisionDelivered
from governance.lives.permits.events import PermitIssued
from governance.lives.releases.events import ReleaseDelivered
from governance.lives.releases.words import ReleaseStatus
from governance.views.register import Registered
from governance.vocabulary.register import Decision
from portal.languages import Tongue
from portal.messages.dates import day, from_to, short_day
from portal.messages.entries import happened
from portal.messages.names import name
from portal.messages.numbers import listed
from portal.messages.numbers import people as count_of_people
from portal.messages.rules import sentence, source
from portal.presenters.studies import study_name

Row = dict[str, Any]
KINDS = {
    Decision.PENDING: "info",
    Decision.GRANTED: "good",
    Decision.REFUSED: "bad",
    Decision.WITHDRAWN: "calm",
    Decision.LAPSED: "calm",
}
"""How a decision is drawn beside its words."""


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One request in the register."""

    id: str
    study: str
    applicant: str
    received: str
    decision: str
    colour: str
    status: str


def line(row: Registered, tongue: Tongue) -> RegisterLine:
    """One row. A name that is not kept, or was erased, is said to be missing."""
    known = row.applicant.name if row.applicant else None
    return RegisterLine(
        id=row.id,
        study=study_name(row.study) or tongue.gettext("A request"),
        applicant=known or tongue.gettext("Name not kept"),
        received=short_day(tongue, row.received_on) if row.received_on else "",
        decision=name(tongue, row.decision) if row.decision else "",
        colour=KINDS[row.decision] if row.decision else "calm",
        status=name(tongue, row.status) if row.status else "",
    )


def summary(shown: Registered, tongue: Tongue) -> list[Row]:
    """What is published of it, but for lists (EHDS 57(1)(e), (j))."""
    said, row = tongue.gettext, line(shown, tongue)
    purposes = [name(tongue, one) for one in sorted(shown.purposes or ())]
    term, ethics = shown.duration, shown.ethics_outcome
    values: Sequence[tuple[str, str | None]] = (
        (said("Applicant"), row.applicant),
        (said("Kind"), name(tongue, shown.kind) if shown.kind else None),
        (said("What for"), listed(tongue, purposes)),
        (said("Purpose in detail"), shown.description),
        (said("Received"), day(tongue, shown.received_on) if shown.received_on else None),
        (said("Where it stands"), row.status),
        (said("Justification"), shown.decision_reason),
        (said("Committee"), name(tongue, ethics.outcome) if ethics else None),
        (said("Permit issued"), day(tongue, shown.issued_on) if shown.issued_on else None),
        (said("Period"), from_to(tongue, term.starts, term.ends) if term else None),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def releases(shown: Registered, tongue: Tongue) -> list[tuple[str, str, str]]:
    """Of each release: when, of how many people, and whether it was asked back."""
    back, there = name(tongue, ReleaseStatus.RECALLED), name(tongue, ReleaseStatus.DELIVERED)
    return [
        (
            short_day(tongue, one.delivered_on),
            count_of_people(tongue, one.people),
            back if one.recalled else there,
        )
        for one in shown.releases or ()
    ]


def missed(shown: Registered, tongue: Tongue) -> list[tuple[str, str]]:
    """Terms of the law that were over before what they wait for was done, with their sources."""
    return [
        (sentence(tongue, one), source(tongue, one)) for one in sorted(shown.deadlines_missed or ())
    ]


def story(shown: Registered, tongue: Tongue) -> list[Row]:
    """What has happened, the newest first."""
    steps = sorted(_steps(shown, tongue), key=lambda step: step[0], reverse=True)
    return [
        {
            "what": happened(tongue, code),
            "when": day(tongue, on),
            "instant": on.isoformat(),
            "more": more,
            "done": True,
        }
        for on, code, more in steps
    ]


def _steps(shown: Registered, tongue: Tongue) -> Iterator[tuple[date, str, str]]:
    """Day, code and more; of one day the later step comes first, as the sort leaves it."""
    for measure in reversed(shown.measures or ()):
        yield measure.on, measure.code, name(tongue, measure.use) if measure.use else ""
    for one in shown.releases or ():
        yield one.delivered_on, ReleaseDelivered.CODE, count_of_people(tongue, one.people)
    if shown.issued_on:
        yield shown.issued_on, PermitIssued.CODE, ""
    if ethics := shown.ethics_outcome:
        yield ethics.decided_on, DecisionDelivered.CODE, name(tongue, ethics.outcome)
    if shown.received_on:
        yield shown.received_on, RequestSubmitted.CODE, ""
