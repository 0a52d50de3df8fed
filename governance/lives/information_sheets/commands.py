"""What can be asked about a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.lives.information_sheets.words import InformationItem
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, NoFacts
from governance.vocabulary.erasable import FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class _SheetCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    sheet_id: str

    @property
    def stream(self) -> str:
        """The sheet itself."""
        return self.sheet_id


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSheet(_SheetCommand):
    """Write a version, in the three languages."""

    ACT: ClassVar[Act] = Act.DRAFT_SHEET
    major: int
    minor: int
    items: frozenset[InformationItem]
    text_es: FreeText
    text_eu: FreeText
    text_en: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishSheet(_SheetCommand):
    """Ask with this version from now on."""

    ACT: ClassVar[Act] = Act.PUBLISH_SHEET
    major: int
    minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireSheet(_SheetCommand):
    """Ask no more with this sheet; answers given under it no longer count."""

    ACT: ClassVar[Act] = Act.RETIRE_SHEET


COMMANDS = (DraftSheet, PublishSheet, RetireSheet)
