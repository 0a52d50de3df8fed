"""The Data Use Ontology of GA4GH (CC-BY 4.0): the terms under which data were collected, held
against a use. https://github.com/EBISPOT/DUO

A dataset keeps bare codes. Where a term means something that only a person can compare (this
disease, this region, until this month), the access body compares it and names the code among the
permit's conditions; without that the answer is unknown, and what is unknown refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from governance.vocabulary.purposes import (
    COMMERCIAL_PURPOSES,
    DataCategory,
    Purpose,
    RecipientKind,
)

RESEARCH = frozenset(
    {Purpose.SCIENTIFIC_RESEARCH, Purpose.PRODUCT_INNOVATION, Purpose.ALGORITHM_TRAINING}
)
"""EHDS 53(1)(e): research, with the development and the training that belong to it."""

HEALTH = RESEARCH | {Purpose.PUBLIC_HEALTH, Purpose.CARE_IMPROVEMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What a permit, or a release under it, would do with the data. None is unknown."""

    purposes: frozenset[Purpose]
    recipient: RecipientKind
    categories: frozenset[DataCategory]
    ethics_favourable: bool | None
    conditions: frozenset[str]
    """DUO codes among the permit's conditions: compared, agreed and bound by the access body."""
    studies_ancestry: bool = False
    """The study of origins or ancestry, which is no purpose of EHDS 53."""


class Kind(StrEnum):
    """What a term is to a dataset."""

    PERMISSION = "permission"
    """What the data may be used for; one that covers the use is enough."""
    MODIFIER = "modifier"
    """What binds every use; each has to be kept."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its code, the short name people use, and how it is held against a use."""

    code: str
    short: str
    kind: Kind
    allows: Callable[[Use], bool | None]


def _only_for(purposes: frozenset[Purpose]) -> Callable[[Use], bool | None]:
    return lambda use: bool(use.purposes) and use.purposes <= purposes


def _permission(code: str, short: str, allows: Callable[[Use], bool | None]) -> Term:
    return Term(code, short, Kind.PERMISSION, allows)


def _modifier(code: str, short: str, allows: Callable[[Use], bool | None]) -> Term:
    return Term(code, short, Kind.MODIFIER, allows)


def _compared(code: str, short: str, kind: Kind = Kind.MODIFIER) -> Term:
    """A term that only a person can hold against a use."""
    return Term(code, short, kind, lambda use: True if code in use.conditions else None)


def _no_profit_recipient(use: Use) -> bool:
    return use.recipient is not RecipientKind.COMMERCIAL


def _no_commercial_use(use: Use) -> bool:
    """Any purpose is commercial for a commercial recipient."""
    return _no_profit_recipient(use) and use.purposes.isdisjoint(COMMERCIAL_PURPOSES)


def _no_methods(use: Use) -> bool | None:
    if Purpose.ALGORITHM_TRAINING in use.purposes:
        return False
    if Purpose.PRODUCT_INNOVATION in use.purposes:
        return True if "DUO:0000015" in use.conditions else None
    return True


def _health(use: Use) -> bool | None:
    return _only_for(HEALTH)(use) and not use.studies_ancestry


TERMS: dict[str, Term] = {
    term.code: term
    for term in (
        _permission("DUO:0000004", "NRES", lambda use: True),
        _permission("DUO:0000042", "GRU", _only_for(RESEARCH)),
        _permission("DUO:0000006", "HMB", _health),
        _compared("DUO:0000007", "DS", Kind.PERMISSION),
        _permission("DUO:0000011", "POA", lambda use: use.studies_ancestry),
        _modifier("DUO:0000021", "IRB", lambda use: use.ethics_favourable),
        _modifier("DUO:0000018", "NPUNCU", _no_commercial_use),
        _modifier("DUO:0000045", "NPU", _no_profit_recipient),
        _modifier("DUO:0000046", "NCU", _no_commercial_use),
        _modifier("DUO:0000015", "NMDS", _no_methods),
        _modifier("DUO:0000016", "GSO", lambda use: DataCategory.GENOMIC in use.categories),
        _modifier("DUO:0000044", "NPOA", lambda use: not use.studies_ancestry),
        _modifier("DUO:0000043", "CC", lambda use: True),  # adds care, which no release serves
        _compared("DUO:0000012", "RS"),
        _compared("DUO:0000019", "PUB"),
        _compared("DUO:0000020", "COL"),
        _compared("DUO:0000022", "GS"),
        _compared("DUO:0000024", "MOR"),
        _compared("DUO:0000025", "TS"),
        _compared("DUO:0000026", "US"),
        _compared("DUO:0000027", "PS"),
        _compared("DUO:0000028", "IS"),
        _compared("DUO:0000029", "RTN"),
    )
}
"""Every term that can be said of a dataset, by its code."""

HEADINGS = frozenset({"DUO:0000001", "DUO:0000017"})
"""Classes of terms, which say nothing of a dataset by themselves."""


def answers(terms: frozenset[str], use: Use) -> dict[str, bool | None]:
    """What each term says to that use. A code that nobody knows answers None."""
    return {code: TERMS[code].allows(use) if code in TERMS else None for code in sorted(terms)}


def allows(terms: frozenset[str], use: Use) -> bool | None:
    """Whether data collected under these terms may serve that use.

    Every modifier and one permission must allow it. A dataset without any term is bound by none.
    None where a term is unknown, was not compared by a person, or where permissions are missing.
    """
    if not terms:
        return True
    said = answers(terms, use)
    permitted = [a for c, a in said.items() if c in TERMS and TERMS[c].kind is Kind.PERMISSION]
    binding = [a for c, a in said.items() if c not in TERMS or TERMS[c].kind is Kind.MODIFIER]
    granted = True if True in permitted else None if None in permitted or not permitted else False
    if granted is False or False in binding:
        return False
    return None if granted is None or None in binding else True


def all_allow(datasets: Iterable[frozenset[str]], use: Use) -> bool | None:
    """Whether every dataset of a use allows it, each by its own terms: permissions never mix."""
    said = [allows(terms, use) for terms in datasets]
    if False in said:
        return False
    return None if None in said else True
