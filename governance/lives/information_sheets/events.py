"""What has happened to a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.lives.information_sheets.words import InformationItem
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDrafted(Event):
    """A version was written; its texts enter the ledger as digests."""

    CODE: ClassVar[str] = "sheet.drafted.v1"
    major: int
    minor: int
    items: frozenset[InformationItem]
    text_es: FreeText
    text_eu: FreeText
    text_en: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPublished(Event):
    """This version is in force."""

    CODE: ClassVar[str] = "sheet.published.v1"
    major: int
    minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRetired(Event):
    """No version of this sheet is in force."""

    CODE: ClassVar[str] = "sheet.retired.v1"


EVENTS = (SheetDrafted, SheetPublished, SheetRetired)
