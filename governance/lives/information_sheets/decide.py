"""What may become of a sheet: domain reasons only; who may ask is decided before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from governance.lives.information_sheets import commands as ask
from governance.lives.information_sheets import events as happened
from governance.lives.information_sheets.state import State
from governance.lives.information_sheets.words import GENERAL_ITEMS
from governance.refusals import Refusal
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.people import SubjectId

CODES = (
    "sheet-retired",
    "sheet-version-exists",
    "sheet-version-not-newer",
    "sheet-version-unknown",
    "sheet-already-published",
    "text-missing",
    "information-missing",
)


def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """Draft, publish in rising order, retire once."""
    if state.retired_at is not None:
        return Refusal("sheet-retired", field="sheet_id")
    match command:
        case ask.DraftSheet():
            return _draft(command, state, by, at)
        case ask.PublishSheet():
            return _publish(command, state, by, at)
        case ask.RetireSheet():
            if not state.versions:
                return Refusal("sheet-version-unknown", field="sheet_id")
            return [happened.SheetRetired(at=at, by=by)]
        case _:
            raise TypeError(f"information sheets do not know {type(command).__name__}")


def _draft(
    command: ask.DraftSheet, state: State, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    texts = {"es": command.text_es, "eu": command.text_eu, "en": command.text_en}
    empty = tuple(language for language, text in texts.items() if not (text.value or "").strip())
    if empty:
        return Refusal("text-missing", field="text", items=empty)
    if missing := GENERAL_ITEMS - command.items:
        return Refusal("information-missing", field="items", items=tuple(sorted(missing)))
    number = (command.major, command.minor)
    if state.version(*number) is not None:
        return Refusal("sheet-version-exists", field="major")
    if number < (1, 0) or any((v.major, v.minor) > number for v in state.versions):
        return Refusal("sheet-version-not-newer", field="major")
    drafted = happened.SheetDrafted(
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


def _publish(
    command: ask.PublishSheet, state: State, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    number = (command.major, command.minor)
    version = state.version(*number)
    if version is None:
        return Refusal("sheet-version-unknown", field="major")
    if version.published_at is not None:
        return Refusal("sheet-already-published", field="major")
    if any((v.major, v.minor) > number for v in state.versions if v.published_at):
        return Refusal("sheet-version-not-newer", field="major")
    return [happened.SheetPublished(at=at, by=by, major=command.major, minor=command.minor)]
