"""Values that may be erased: the ledger keeps a salted hash, the value lives beside it.

GDPR 17 and a ledger that never changes meet here. A field typed ``Erasable[T]`` in an event is
written to the ledger as its digest only; storage keeps the value and its salt at (position, field)
in ``documents`` (text) or ``identity`` (personal details) and rejoins them on reading. After
erasure ``value`` is None, the fact is unknown, and what is unknown refuses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from governance.vocabulary.people import Language, Sex

T = TypeVar("T")
Identifier = tuple[str, str]
"""Who issued it, and what the issuer calls somebody."""


@dataclass(frozen=True, slots=True)
class Erasable(Generic[T]):
    """A value that can be forgotten. ``digest`` is SHA-256(salt || value), set when stored."""

    value: T | None
    digest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the identity tables hold of a person: personal data, in full."""

    given_name: str
    family_name: str
    birth_date: date
    sex: Sex
    municipality: str
    language: Language
    identifiers: tuple[Identifier, ...] = ()
    """By which partners and sources name this person."""
    contact: str = ""
    death_date: date | None = None


FreeText = Erasable[str]
PersonalDetails = Erasable[Details]
KeptFile = Erasable[str]
"""A whole file as base64 text. Every field of this type is named ``file``."""
FILE = "file"
"""A field of this name is read by itself, never with its entry: a list would load whole files."""


def text(body: str) -> FreeText:
    """Free text on its way in: a reason, a justification, minutes."""
    return Erasable(body)
