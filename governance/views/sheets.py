"""Information sheets: what everybody can read before choosing, now and in earlier versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from governance.lives import information_sheets
from governance.lives.information_sheets.events import SheetDrafted
from governance.lives.information_sheets.state import State as SheetState
from governance.lives.information_sheets.words import InformationItem, Version
from governance.policy.visibility_facts import View
from governance.views.question import Looking, Question, Shown
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetShown(Shown):
    """The fields of ``View.SHEET``: one published version. ``id`` is that of the sheet."""

    major: int | None = None
    minor: int | None = None
    items: frozenset[InformationItem] | None = None
    texts: dict[Language, str] | None = None
    published_at: datetime | None = None
    retired_at: datetime | None = None
    in_force: bool | None = None
    """The newest version of a sheet that was not given up: the one to be read before choosing."""


@dataclass(frozen=True, slots=True)
class Sheets(Question[tuple[SheetShown, ...]]):
    """Every version that was ever published, the newest first; of one sheet, or of all."""

    ACT: ClassVar[Act] = Act.READ_REGISTER
    ABOUT: ClassVar[str] = information_sheets.NAME
    sheet_id: str = ""

    @property
    def key(self) -> str:
        """The sheet, where one is meant."""
        return self.sheet_id

    async def answer(self, looking: Looking) -> tuple[SheetShown, ...] | None:
        """Drafts are nobody's to read here."""
        ids = await looking.then.ids(information_sheets)
        wanted = [one for one in ids if self.sheet_id in ("", one)]
        await looking.then.load(f"{information_sheets.NAME}/{one}" for one in wanted)
        shown = [version for one in wanted for version in await self._of(looking, one)]
        return tuple(sorted(shown, key=_age, reverse=True)) or None

    async def _of(self, looking: Looking, sheet_id: str) -> list[SheetShown]:
        sheet: SheetState = await looking.then.state(information_sheets, sheet_id)
        texts = await _texts(looking, sheet_id)
        at = looking.instant.time
        published = [one for one in sheet.versions if one.published_at and one.published_at <= at]
        about = (information_sheets.NAME, sheet_id)
        shown = []
        for version in published:
            whole = SheetShown(
                id=sheet_id,
                major=version.major,
                minor=version.minor,
                items=version.items,
                texts=texts.get((version.major, version.minor)),
                published_at=version.published_at,
                retired_at=sheet.retired_at if sheet.was_retired(at) else None,
                in_force=_counts(sheet, version, published, at),
            )
            shown.append(await looking.redacted(whole, View.SHEET, about))
        return [one for one in shown if one is not None]


def _age(sheet: SheetShown) -> tuple[datetime, int, int]:
    assert sheet.published_at is not None  # only published ones are shown
    return (sheet.published_at, sheet.major or 0, sheet.minor or 0)


def _counts(sheet: SheetState, one: Version, published: Iterable[Version], at: datetime) -> bool:
    newest = max((version.major, version.minor) for version in published)
    return (one.major, one.minor) == newest and not sheet.was_retired(at)


async def _texts(looking: Looking, sheet_id: str) -> dict[tuple[int, int], dict[Language, str]]:
    found: dict[tuple[int, int], dict[Language, str]] = {}
    for entry in await looking.then.history(information_sheets, sheet_id):
        if isinstance(entry.event, SheetDrafted):
            drafted = entry.event
            written = {
                Language.SPANISH: drafted.text_es.value,
                Language.BASQUE: drafted.text_eu.value,
                Language.ENGLISH: drafted.text_en.value,
            }
            texts = {language: text for language, text in written.items() if text is not None}
            found[drafted.major, drafted.minor] = texts
    return found


@dataclass(frozen=True, slots=True)
class SheetInForce(Question[SheetShown]):
    """The version under which one chooses today; of one sheet, or of the newest one."""

    ACT: ClassVar[Act] = Act.READ_REGISTER
    ABOUT: ClassVar[str] = information_sheets.NAME
    sheet_id: str = ""

    @property
    def key(self) -> str:
        """The sheet, where one is meant."""
        return self.sheet_id

    async def answer(self, looking: Looking) -> SheetShown | None:
        """The newest that was published and not given up."""
        everything = await Sheets(self.sheet_id).answer(looking) or ()
        return next((one for one in everything if one.in_force), None)
