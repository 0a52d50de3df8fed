"""A request, step by step: drafted, handed in, found complete, assessed, sent to the committee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from governance.lives.access_requests.commands import (
    ConfirmComplete,
    DraftRequest,
    RecordAssessment,
    ReturnRequest,
    SendToEthics,
    SubmitRequest,
)
from governance.lives.access_requests.words import Application, Criterion, Item
from governance.service.house import new_id
from governance.vocabulary.erasable import text
from portal.demo.cast import Cast
from portal.demo.studies import Study, Wanted, application


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of the demo, and who asked."""

    request_id: str
    study: Study
    application: Application
    applicants: tuple[str, ...]
    """Names of the cast; the first is the applicant."""


async def draft(
    cast: Cast, study: Study, wanted: Wanted, today: date, applicants: tuple[str, ...]
) -> Asked:
    """The first of the applicants writes the request."""
    researchers = tuple(cast.people[name] for name in applicants)
    asked = Asked(new_id(), study, application(study, researchers, wanted, today), applicants)
    command = DraftRequest(
        request_id=asked.request_id,
        application=asked.application,
        benefit=text(study.benefit),
        pseudonymisation=text("Measures of the same person must be joined."),
        brought_in=text("None."),
        safeguards=text("Work in the secure environment only."),
        ethics_information=text("Protocol 1, to be reviewed by the committee."),
        override_justification=text(""),
    )
    await cast.do(command, cast.by(applicants[0]))
    return asked


async def submit(cast: Cast, asked: Asked) -> None:
    """The applicant hands it in."""
    await cast.do(SubmitRequest(request_id=asked.request_id), cast.by(asked.applicants[0]))


async def send_back(cast: Cast, asked: Asked, items: frozenset[Item], why: str) -> None:
    """The access body asks for completion."""
    command = ReturnRequest(request_id=asked.request_id, items=items, reason=text(why))
    await cast.do(command, cast.by("access-officer"))


async def complete(cast: Cast, asked: Asked) -> None:
    """The access body finds it complete and assesses it."""
    officer = cast.by("access-officer")
    await cast.do(ConfirmComplete(request_id=asked.request_id), officer)
    assessed = RecordAssessment(
        request_id=asked.request_id, met=frozenset(Criterion), notes=text("All criteria are met.")
    )
    await cast.do(assessed, officer)


async def send(cast: Cast, asked: Asked) -> None:
    """The access body sends it to the committee."""
    await cast.do(SendToEthics(request_id=asked.request_id), cast.by("access-officer"))
