"""What is in the demo's two files: every variable with its category and its role.

The generated table has a selection of the public cohort's columns under the same names, so that one
description serves both; what it does not have is left out when a file is described.
"""

from __future__ import annotations

from collections.abc import Sequence

from governance.vocabulary.purposes import DataCategory

SAMPLE_COLUMN = "Subject id"
"""The id column whose values are the sample names of the variants."""

IDENTIFIERS = frozenset(
    {
        "eid",
        "Sample name",
        "Accession",
        SAMPLE_COLUMN,
        "EGA sample id",
        "Home location - east co-ordinate-0.0",
        "Home location - north co-ordinate-0.0",
    }
)
"""Five ids of the same person, and co-ordinates that are nearly unique: they never leave."""

QUASI_IDENTIFIERS = frozenset(
    {"Sex", "Ethnic background-0.0", "Country of birth (UK/elsewhere)-0.0"}
)

SENSITIVE = frozenset({"Mental and behavioural disorders", "Nervous system disorders"})

LIFESTYLE = (
    "Income score", "Housing score", "Ever smoked", "tobacco", "Qualifications",
    "Number in household",
    "Number of children", "Sleep duration", "vigorous activity", "moderate activity", "alcohol",
    "Country of birth", "Ethnic background", "Sex", "Energy",
)  # fmt: skip

PERMITTED = (
    "Sex",
    "Ethnic background-0.0",
    "Country of birth (UK/elsewhere)-0.0",
    "Body mass index (BMI)-0.0",
    "Diabetes diagnosed by doctor-0.0",
    "HDL cholesterol-0.0",
    "LDL direct-0.0",
    "Triglycerides-0.0",
    "Ever smoked-0.0",
    "Sleep duration-0.0",
    "Circulatory system disorders",
)
"""What the demo's study asks for: eleven of the cohort's columns."""


def category_of(column: str) -> DataCategory:
    """Lifestyle and surroundings are epidemiological, everything else comes from records."""
    lifestyle = any(column.startswith(word) or word in column for word in LIFESTYLE)
    return DataCategory.EPIDEMIOLOGICAL if lifestyle else DataCategory.CLINICAL


def role_of(column: str) -> str:
    """``identifier``, ``quasi-identifier``, ``sensitive`` or ``plain``."""
    if column in IDENTIFIERS:
        return "identifier"
    if column in QUASI_IDENTIFIERS:
        return "quasi-identifier"
    return "sensitive" if column in SENSITIVE else "plain"


def described(columns: Sequence[str]) -> list[tuple[str, DataCategory, str]]:
    """Name, category and role of each column of a file."""
    return [(column, category_of(column), role_of(column)) for column in columns]
