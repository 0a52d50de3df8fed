"""Facts under which everything is allowed, and cases on file that change a few of them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from governance.policy.facts import Facts
from governance.policy.release_facts import CitizenFacts, ReleaseFacts
from governance.vocabulary.answers import AgeBand, CellAnswer, Relatives
from governance.vocabulary.people import Capacity
from governance.vocabulary.purposes import DataCategory, Purpose, Reach, RecipientKind
from governance.vocabulary.regimes import Regime

CASES = Path(__file__).parent / "cases"
DAY = date(2031, 6, 2)

RELEASE_UNDER_PROGRAMME = ReleaseFacts(
    permit_in_force=True,
    permit_suspended=False,
    permit_revoked=False,
    permit_ended=False,
    permit_content_complete=True,
    regime=Regime.PROGRAMME,
    ehds_applied_at_issue=False,
    purpose_in_permit=True,
    cells_in_permit=True,
    datasets_in_permit=True,
    variables_in_permit=True,
    statistics_only=False,
    pseudonymised_is_justified=True,
    opt_out_override=False,
    purpose=Purpose.SCIENTIFIC_RESEARCH,
    recipient=RecipientKind.PUBLIC_RESEARCH,
    categories=frozenset({DataCategory.CLINICAL}),
    applicant_is_public=True,
    prohibited_use=False,
    identifiers_released=False,
    recipient_place=Reach.SPAIN,
    to_permitted_environment=True,
    environment_in_adequate_country=True,
    legal_basis_recorded=True,
    holder_conditions_met=True,
    duo_allows=True,
    dataset_in_use=True,
    family_linked=False,
    ethics_favourable=True,
    ethics_current_protocol=True,
    ethics_conditions_met=True,
    ethics_minuted=True,
    requester_is_named=True,
    undertakings_signed=True,
    two_officers_signed=True,
    officer_is_applicant=False,
    officer_is_preparer=False,
    preparer_is_assessor=False,
    preparer_is_named_person=False,
    releases_stopped=False,
    cohort_is_large_enough=True,
    genomics_strict=True,
)
RELEASES = {
    Regime.PROGRAMME: RELEASE_UNDER_PROGRAMME,
    Regime.EHDS: replace(RELEASE_UNDER_PROGRAMME, regime=Regime.EHDS, ehds_applied_at_issue=True),
}
AN_ADULT = CitizenFacts(
    cells=(CellAnswer.ALLOWED, CellAnswer.ALLOWED),
    study=CellAnswer.NONE,
    capacities=frozenset({Capacity.SELF}),
    genetic_information_given=True,
    minor_took_part=False,
    age=AgeBand.ADULT,
    mandate_in_force=False,
    protected_adult=False,
    own_refusal=False,
    opted_out_now=False,
    opted_out_at_issue=False,
    reach=Reach.WORLD,
    relatives=Relatives.ALL_ALLOW,
    identity_known=True,
)

READ: Mapping[str, Callable[[Any], Any]] = {
    "cells": lambda words: tuple(map(CellAnswer, words)),
    "study": CellAnswer,
    "capacities": lambda words: frozenset(map(Capacity, words)),
    "age": AgeBand,
    "reach": Reach,
    "relatives": Relatives,
    "purpose": Purpose,
    "recipient": RecipientKind,
    "recipient_place": Reach,
    "categories": lambda words: frozenset(map(DataCategory, words)),
}
"""Fields that are no plain yes or no, and how a case on file writes them."""


@dataclass(frozen=True, slots=True)
class Case:
    """One story on file: what is so, and which rules must refuse."""

    title: str
    file: str
    refused: tuple[str, ...]
    asked: Mapping[str, Any]

    def __str__(self) -> str:
        """How a failing test names it."""
        return f"{self.file}: {self.title}"

    @property
    def release_facts(self) -> Facts:
        """The facts of a case about a release."""
        unknown = dict.fromkeys(self.asked.get("unknown", ()))
        release = replace(
            RELEASES[Regime(self.asked["under"])], **self._changes("release", unknown)
        )
        return Facts(release, replace(AN_ADULT, **self._changes("citizen", unknown)))

    def _changes(self, of: str, unknown: Mapping[str, None]) -> dict[str, Any]:
        said = self.asked.get(of, {})
        changes = {name: READ.get(name, bool)(value) for name, value in said.items()}
        whole = {name.partition(".")[2]: None for name in unknown if name.startswith(f"{of}.")}
        return changes | whole


def cases(prefix: str) -> tuple[Case, ...]:
    """Every case in the files whose name begins so."""
    return tuple(
        Case(entry["title"], path.name, tuple(entry["refused"]), entry)
        for path in sorted(CASES.glob(f"{prefix}*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    )
