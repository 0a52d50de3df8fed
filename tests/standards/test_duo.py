"""Terms of the Data Use Ontology hold against a use what the people who gave data were told."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from governance.standards.duo import HEADINGS, TERMS, Kind, Use, all_allow, allows, answers
from governance.vocabulary.purposes import DataCategory, Purpose, RecipientKind

GRU, HMB, NRES, POA = "DUO:0000042", "DUO:0000006", "DUO:0000004", "DUO:0000011"
NPUNCU, NPU, NCU = "DUO:0000018", "DUO:0000045", "DUO:0000046"
STUDY = Use(
    purposes=frozenset({Purpose.SCIENTIFIC_RESEARCH}),
    recipient=RecipientKind.PUBLIC_RESEARCH,
    categories=frozenset({DataCategory.GENOMIC}),
    ethics_favourable=True,
    conditions=frozenset(),
)
PRODUCT = replace(STUDY, purposes=frozenset({Purpose.PRODUCT_INNOVATION}))
COMPANY = replace(STUDY, recipient=RecipientKind.COMMERCIAL)
TEACHING = replace(STUDY, purposes=frozenset({Purpose.EDUCATION}))
PLANNING = replace(STUDY, purposes=frozenset({Purpose.POLICY_AND_PLANNING}))
IMPROVEMENT = replace(STUDY, purposes=frozenset({Purpose.CARE_IMPROVEMENT}))
TRAINING = replace(STUDY, purposes=frozenset({Purpose.ALGORITHM_TRAINING}))
RECORDS = replace(STUDY, categories=frozenset({DataCategory.CLINICAL}))
METHODS_AGREED = replace(PRODUCT, conditions=frozenset({"DUO:0000015"}))
ORIGINS = replace(STUDY, studies_ancestry=True)


def said(*terms: str, use: Use) -> bool | None:
    return allows(frozenset(terms), use)


@pytest.mark.parametrize(
    ("terms", "use", "expected"),
    [
        ((), STUDY, True),
        ((NRES,), PLANNING, True),
        ((GRU,), STUDY, True),
        ((GRU,), TEACHING, False),
        ((GRU,), PLANNING, False),
        ((HMB,), IMPROVEMENT, True),
        ((HMB,), PLANNING, False),
        ((HMB,), ORIGINS, False),
        ((POA,), STUDY, False),
        ((POA,), ORIGINS, True),
        ((GRU, "DUO:0000044"), ORIGINS, False),
        ((GRU, NPUNCU), STUDY, True),
        ((GRU, NPUNCU), PRODUCT, False),
        ((GRU, NPUNCU), COMPANY, False),
        ((GRU, NPU), PRODUCT, True),
        ((GRU, NPU), COMPANY, False),
        ((GRU, NCU), PRODUCT, False),
        ((GRU, NCU), COMPANY, False),
        ((GRU, "DUO:0000015"), TRAINING, False),
        ((GRU, "DUO:0000015"), STUDY, True),
        ((GRU, "DUO:0000015"), PRODUCT, None),
        ((GRU, "DUO:0000015"), METHODS_AGREED, True),
        ((GRU, "DUO:0000016"), RECORDS, False),
        ((GRU, "DUO:0000021"), replace(STUDY, ethics_favourable=False), False),
        ((GRU, "DUO:0000043"), STUDY, True),
    ],
)
def test_a_term_allows_what_it_says(
    terms: tuple[str, ...], use: Use, expected: bool | None
) -> None:
    assert said(*terms, use=use) is expected


COMPARED = [c for c, answer in answers(frozenset(TERMS), STUDY).items() if answer is None]


@pytest.mark.parametrize("code", COMPARED)
def test_a_term_that_needs_a_person_is_unknown_until_she_has_compared_it(code: str) -> None:
    others = () if TERMS[code].kind is Kind.PERMISSION else (GRU,)
    assert said(code, *others, use=STUDY) is None
    bound = replace(STUDY, conditions=frozenset({code}))
    assert said(code, *others, use=bound) is True


def test_one_permission_that_covers_the_use_is_enough_but_every_modifier_binds() -> None:
    assert said(GRU, HMB, use=IMPROVEMENT) is True
    assert said(GRU, HMB, NCU, NPU, use=COMPANY) is False


def test_the_permission_of_one_dataset_says_nothing_about_another() -> None:
    open_data, ancestry_only, unread = (frozenset({c}) for c in (GRU, POA, "DUO:0000007"))
    assert all_allow([open_data, frozenset()], STUDY) is True
    assert all_allow([open_data, ancestry_only, unread], STUDY) is False
    assert all_allow([open_data, unread], STUDY) is None


def test_unknown_codes_and_headings_are_never_a_yes() -> None:
    assert said(GRU, "DUO:9999999", use=STUDY) is None
    assert said(GRU, *HEADINGS, use=STUDY) is None
    assert said(NCU, use=STUDY) is None


def test_a_no_is_a_no_even_beside_what_is_unknown() -> None:
    assert said(GRU, "DUO:9999999", use=PLANNING) is False
    assert said(GRU, "DUO:0000024", NPU, use=COMPANY) is False


def test_every_code_of_the_ontology_is_known_by_its_short_name(shared: Path) -> None:
    path = shared / "standards" / "duo" / "duo.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        official = {row["id"]: row["shorthand"] for row in csv.DictReader(lines)}
    ours = {term.code: term.short for term in TERMS.values()} | dict.fromkeys(HEADINGS, "")
    assert ours == official
