"""What citizens have said, as phrases: one row an act, in the order in which acts count.

A phrase holds everything about an act but who and when. The giver is a *slot*: 0 for the citizen
herself, else the number of one of her representatives. So a whole population says some thousands of
phrases, and people who have said the same in the same order are judged once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from governance.lives.consents import NAME
from governance.lives.consents import events as happened
from governance.lives.consents.words import WEIGHT, Given, Says
from governance.storage import driver
from governance.storage.driver import Session
from governance.storage.ledger import Recorded
from governance.storage.people import numbers_of
from governance.storage.projections import stances
from governance.storage.projections.people import Slots, slots_of
from governance.storage.tables.said import Phrase, Said
from governance.vocabulary.cellsets import encode_cells
from governance.vocabulary.entries import Event
from governance.vocabulary.instants import microseconds
from governance.vocabulary.people import Capacity
from governance.vocabulary.purposes import REACH_ORDER

NARROWEST = max(REACH_ORDER.values())
encode = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


@lru_cache(maxsize=4096)  # few phrases are said by many people
def text_of(phrase: tuple[tuple[str, Any], ...]) -> str:
    """The text of a phrase, the same for the same phrase."""
    return encode(dict(phrase))


def phrase_of(event: Event, slot: int) -> tuple[dict[str, Any], int] | None:
    """What was said, as plain values, and its weight at equal times; None where nothing was."""
    match event:
        case happened.ChoiceRecorded() | happened.StudyAnswered():
            sheet = event.sheet
            choice = isinstance(event, happened.ChoiceRecorded)
            phrase = {
                "kind": "choice" if choice else "study",
                "about": encode_cells(event.cells)
                if isinstance(event, happened.ChoiceRecorded)
                else event.study,
                "says": event.says.value,
                "sheet": (sheet.sheet_id, sheet.major, sheet.minor) if sheet else None,
                "until": event.valid_until.isoformat() if event.valid_until else None,
                "part": event.minor_took_part,
            }
            weight = WEIGHT[event.says]
        case happened.EverythingWithdrawn():
            phrase, weight = {"kind": "everything"}, WEIGHT[Says.WITHDRAW]
        case happened.ReachSet(reach=reach):
            phrase, weight = {"kind": "reach", "about": reach.value}, NARROWEST - REACH_ORDER[reach]
        case happened.OptedOut() | happened.OptOutLifted():
            on = isinstance(event, happened.OptedOut)
            phrase, weight = {"kind": "opt-out", "on": on}, int(on)
        case happened.MinorRefused() | happened.MinorRefusalLifted():
            on = isinstance(event, happened.MinorRefused)
            phrase, weight = {"kind": "minor-refusal", "on": on}, int(on)
        case _:
            return None
    given: Given = event.given
    return {**phrase, "slot": slot, "capacity": given.capacity.value}, weight


async def project(session: Session, recorded: Sequence[Recorded]) -> None:
    """Take in what citizens have said."""
    mine = [entry for entry in recorded if entry.stream.startswith(f"{NAME}/")]
    if not mine:
        return
    numbers = await numbers_of(session, (entry.stream.partition("/")[2] for entry in mine))
    slots = await _slots(session, mine, numbers)
    rows: list[tuple[int, int, int, int, str]] = []
    for entry in mine:
        citizen = numbers[entry.stream.partition("/")[2]]
        given: Given = getattr(entry.event, "given")  # noqa: B009  every event of this life has one
        said = phrase_of(entry.event, _slot(given, citizen, slots))
        if said is not None:
            effective = microseconds(given.effective_at)
            rows.append(
                (citizen, effective, said[1], entry.position, text_of(tuple(said[0].items())))
            )
    phrases = await _interned(session, {text for *_, text in rows})
    values = [(*key, phrases[text]) for *key, text in rows]
    columns = ("citizen", "effective", "weight", "position", "phrase")
    await driver.insert(session, Said, columns, values)
    await stances.project(session, (citizen for citizen, *_ in rows))


def _slot(given: Given, citizen: int, slots: Slots) -> int:
    if given.capacity is Capacity.SELF:
        return 0
    return slots.get((citizen, given.giver, given.capacity.value), -1)


async def _slots(session: Session, mine: Iterable[Recorded], numbers: dict[str, int]) -> Slots:
    represented = {
        numbers[entry.stream.partition("/")[2]]
        for entry in mine
        if getattr(entry.event, "given").capacity is not Capacity.SELF  # noqa: B009
    }
    return await slots_of(session, represented) if represented else {}


async def _interned(session: Session, texts: set[str]) -> dict[str, int]:
    """The number of each phrase, given now to those who have none."""
    known = "SELECT p.text, p.id FROM {texts} CROSS JOIN phrases p WHERE p.text = wanted.value"
    found: dict[str, int] = dict(await driver.fetch(session, known, sorted(texts)))
    if new := sorted(texts - found.keys()):
        await driver.insert(session, Phrase, ("text",), [(text,) for text in new])
        found |= dict(await driver.fetch(session, known, new))
    return found


async def clear(session: Session) -> None:
    """Forget all of it."""
    await stances.clear(session)
    await driver.clear(session, Said, Phrase)


CONTENTS = (
    "SELECT s.citizen, s.effective, s.weight, s.position, p.text FROM said s "
    "JOIN phrases p ON p.id = s.phrase ORDER BY s.position",
)
"""Reads all of it, for comparing; phrases by their text, for their numbers may change."""
