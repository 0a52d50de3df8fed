"""The words of a dataset."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from governance.vocabulary.purposes import DataCategory, EhdsCategory


class Media(StrEnum):
    """What kind of file a dataset is."""

    TABLE = "table"
    VARIANTS = "variants"


class VariableRole(StrEnum):
    """What a variable does to anonymity."""

    IDENTIFIER = "identifier"
    QUASI_IDENTIFIER = "quasi-identifier"
    SENSITIVE = "sensitive"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, order=True)
class Variable:
    """One variable. Its category is what a citizen is asked about."""

    name: str
    category: DataCategory
    role: VariableRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a holder says of a dataset (EHDS 60(3), 77). Empty fields are refused by ``decide``."""

    title: str
    media: Media
    issuer: str
    """Who issued the person ids in the file; with them it names citizens."""
    ehds_categories: frozenset[EhdsCategory]
    legal_basis_6: str
    """The letter of GDPR 6(1)."""
    legal_basis_9: str
    """The letter of GDPR 9(2)."""
    duo_terms: frozenset[str] = frozenset()
    """GA4GH Data Use Ontology codes, ``DUO:0000042``."""
    family_linked: bool = False
    protected_content: bool = False
    """Trade secrets or intellectual property: a permit must carry a condition (EHDS 52)."""
    country: str = "ES"
    variables: tuple[Variable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetVersion:
    """One imported file. Variants have neither columns nor ``id_column``: samples are their ids."""

    number: int
    sha256: str
    rows: int
    columns: frozenset[str]
    id_column: str | None
