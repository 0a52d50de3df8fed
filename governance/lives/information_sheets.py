"""Information sheets: what a citizen read before choosing, in versions and three languages.

A minor version changes wording and nothing else; a major version asks again: answers given under an
older major no longer count (Ley 14/2007 4.1, GDPR 7).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from governance.refusals import Refusal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event, NoFacts
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId

# words
NAME = "information-sheets"


class InformationItem(StrEnum):
    """What a sheet explains. The last six are those of Ley 14/2007 47."""

    PURPOSES = "purposes"
    WITHDRAWAL = "withdrawal"
    RECIPIENTS = "recipients"
    RIGHTS = "rights"
    GENETIC_PURPOSE = "genetic-purpose"
    GENETIC_PLACE = "genetic-place-and-sample"
    GENETIC_ACCESS = "genetic-access"
    GENETIC_UNEXPECTED = "genetic-unexpected-findings"
    GENETIC_RELATIVES = "genetic-relatives"
    GENETIC_COUNSELLING = "genetic-counselling"


GENERAL_ITEMS = frozenset(
    i for i in InformationItem if not i.value.startswith("genetic")
)
GENETIC_ITEMS = frozenset(InformationItem) - GENERAL_ITEMS
"""All six, or the sheet does not count for genomic data."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a sheet."""

    major: int
    minor: int
    items: frozenset[InformationItem]
    author: SubjectId
    published: bool = False


# commands
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


# events
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


# state
@dataclass(frozen=True, slots=True)
class State:
    """The versions of one sheet."""

    versions: tuple[Version, ...] = ()
    retired: bool = False

    def version(self, major: int, minor: int) -> Version | None:
        """That version, if it was ever drafted."""
        wanted = (v for v in self.versions if (v.major, v.minor) == (major, minor))
        return next(wanted, None)

    @property
    def major_in_force(self) -> int | None:
        """The newest published major version; None where nothing is, or the sheet is retired."""
        if self.retired:
            return None
        return max((v.major for v in self.versions if v.published), default=None)

    def covers_genetics(self, major: int, minor: int) -> bool:
        """Whether that version explains the six items of Ley 14/2007 47."""
        version = self.version(major, minor)
        return version is not None and version.items >= GENETIC_ITEMS


EMPTY = State()
CODES = (
    "sheet-retired",
    "sheet-version-exists",
    "sheet-version-not-newer",
    "sheet-version-unknown",
    "sheet-already-published",
    "text-missing",
    "information-missing",
)
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("none", "sheet.drafted.v1", "draft"),
    ("draft", "sheet.published.v1", "published"),
    ("published", "sheet.drafted.v1", "published"),
    ("published", "sheet.published.v1", "published"),
    ("published", "sheet.retired.v1", "retired"),
    ("draft", "sheet.retired.v1", "retired"),
)


# decide
def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """Draft, publish in rising order, retire once."""
    if state.retired:
        return Refusal("sheet-retired", field="sheet_id")
    match command:
        case DraftSheet():
            return _draft(command, state, by, at)
        case PublishSheet(major=major, minor=minor):
            version = state.version(major, minor)
            if version is None:
                return Refusal("sheet-version-unknown", field="major")
            if version.published:
                return Refusal("sheet-already-published", field="major")
            return [SheetPublished(at=at, by=by, major=major, minor=minor)]
        case RetireSheet():
            return [SheetRetired(at=at, by=by)]
        case _:
            raise TypeError(f"information sheets do not know {type(command).__name__}")


def _draft(
    command: DraftSheet, state: State, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    texts = {"es": command.text_es, "eu": command.text_eu, "en": command.text_en}
    empty = tuple(
        language for language, text in texts.items() if not (text.value or "").strip()
    )
    if empty:
        return Refusal("text-missing", field="text", items=empty)
    if missing := GENERAL_ITEMS - command.items:
        return Refusal(
            "information-missing", field="items", items=tuple(sorted(missing))
        )
    number = (command.major, command.minor)
    if state.version(*number) is not None:
        return Refusal("sheet-version-exists", field="major")
    if number < (1, 0) or any((v.major, v.minor) > number for v in state.versions):
        return Refusal("sheet-version-not-newer", field="major")
    drafted = SheetDrafted(
        at=at,
        by=by,
        major=command.major,
        minor=command.minor,
        items=command.items,
        text_es=command.text_es,
        text_eu=command.text_eu,
        text_en=command.text_en,
    )
    return [drafted]


# evolve
def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case SheetDrafted():
            version = Version(event.major, event.minor, event.items, event.by)
            return replace(state, versions=(*state.versions, version))
        case SheetPublished(major=major, minor=minor):
            published = tuple(
                replace(v, published=True)
                if (v.major, v.minor) == (major, minor)
                else v
                for v in state.versions
            )
            return replace(state, versions=published)
        case SheetRetired():
            return replace(state, retired=True)
        case _:
            return state
