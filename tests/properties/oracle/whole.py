"""May anything at all leave, under this permit, today? Sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from tests.properties.oracle.people import day_in_navarre
from tests.properties.oracle.study import Release

FOR_PUBLIC_BODIES = {"public-health", "policy-and-planning", "official-statistics"}
SECONDARY_USE, LATER_DATA = date(2029, 3, 26), date(2031, 3, 26)


def release_may_leave(release: Release, at: datetime) -> bool:
    """Whether every sentence about the release as a whole is kept (EHDS 61, 68; Ley 14/2007)."""
    today = day_in_navarre(at)
    groups = (_paper(release, today), _scope(release), _use(release), _ethics(release))
    return all(kept for group in (*groups, _people(release)) for kept in group)


def _paper(release: Release, today: date) -> Iterator[bool]:
    permit = release.permit
    yield permit.starts <= today <= permit.ends
    yield permit.status == "in-force"
    yield bool(permit.tools)
    yield permit.law in ("programme", "ehds")
    genomic = any(cell.split(":")[1] in ("genomic", "other-omics") for cell in permit.cells)
    applies = LATER_DATA if genomic else SECONDARY_USE
    yield permit.law != "ehds" or day_in_navarre(permit.issued) >= applies
    yield not permit.statistics_only
    yield permit.pseudonyms_justified
    yield not permit.opt_out_overridden


def _scope(release: Release) -> Iterator[bool]:
    permit = release.permit
    for cell in release.cells:
        yield cell.split(":")[0] in permit.purposes
        yield cell in permit.cells
    asked_about = {cell.split(":")[1] for cell in release.cells}
    for one in release.datasets:
        yield ("genomic" if one.genomic else "clinical") in asked_about
        yield one.name in permit.datasets
        yield all((one.name, variable) in permit.variables for variable in one.variables)
        yield not one.identifiers & one.variables
    yield release.destination == permit.environment
    yield permit.adequate


def _use(release: Release) -> Iterator[bool]:
    permit = release.permit
    for purpose in {cell.split(":")[0] for cell in release.cells}:
        yield purpose not in FOR_PUBLIC_BODIES or permit.public_body
        yield purpose != "care"
        yield not (release.genomic and (permit.commercial or purpose == "product-innovation"))
    yield not permit.flagged
    for one in release.datasets:
        yield all(one.grounds)
        yield not one.protected or one.name in permit.conditions_for
        yield not (one.no_commerce and permit.commercial)
        yield not one.retired


def _ethics(release: Release) -> Iterator[bool]:
    ethics = release.ethics
    yield ethics.outcome.startswith("favourable") and not ethics.suspended
    yield ethics.protocol_decided == ethics.protocol_now == release.permit.protocol
    yield ethics.open_conditions == 0
    yield ethics.minuted


def _people(release: Release) -> Iterator[bool]:
    permit, signers = release.permit, set(release.signers)
    yield release.requester in permit.named
    yield permit.named <= permit.undertaken
    yield len(signers) >= 2
    yield not signers & (permit.named | {permit.applicant})
    yield release.preparer not in signers
    yield release.preparer != release.assessor
    yield release.preparer not in permit.named
    yield not release.stopped
    yield release.people >= release.minimum
