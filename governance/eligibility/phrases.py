"""Phrases back to a citizen's acts. Times become ranks: only their order matters for the living."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from governance.lives.consents.state import ReachSaid, State, Switched
from governance.lives.consents.words import Answer, Given, Says, SheetVersion
from governance.vocabulary.cellsets import decode_cells
from governance.vocabulary.people import Capacity, Channel, SubjectId
from governance.vocabulary.purposes import Reach

SELF = SubjectId("self")
Phrase = dict[str, Any]


def read_phrases(texts: Mapping[int, str]) -> dict[int, Phrase]:
    """Every phrase by its number."""
    return {number: json.loads(text) for number, text in texts.items()}


def giver_of(slot: int) -> SubjectId:
    """The citizen herself, or one of her representatives by number."""
    return SELF if slot == 0 else SubjectId(f"slot-{slot}")


def in_order(phrases: Iterable[Phrase], until: datetime) -> State:
    """What was said, in this order, shortly before ``until``."""
    said = list(phrases)
    first = until - timedelta(microseconds=len(said))
    return at_times((p, first + timedelta(microseconds=n)) for n, p in enumerate(said))


def at_times(said: Iterable[tuple[Phrase, datetime]]) -> State:
    """What was said, each at its own time."""
    answers: list[Answer] = []
    withdrawals: list[tuple[Given, int]] = []
    reaches: list[ReachSaid] = []
    opt_outs: list[Switched] = []
    refusals: list[Switched] = []
    for phrase, when in said:
        given = _given(phrase, when)
        order = len(answers) + len(withdrawals)
        match phrase["kind"]:
            case "choice" | "study":
                answers.append(_answer(phrase, given, order))
            case "everything":
                withdrawals.append((given, order))
            case "reach":
                reaches.append(ReachSaid(given, Reach(phrase["about"])))
            case "opt-out":
                opt_outs.append(Switched(given, phrase["on"]))
            case "minor-refusal":
                refusals.append(Switched(given, phrase["on"]))
    return State(
        answers=tuple(answers),
        withdrawals=tuple(withdrawals),
        reaches=tuple(reaches),
        opt_outs=tuple(opt_outs),
        minor_refusals=tuple(refusals),
    )


def _given(phrase: Phrase, when: datetime) -> Given:
    return Given(
        giver=giver_of(phrase["slot"]),
        capacity=Capacity(phrase["capacity"]),
        channel=Channel.SYSTEM,
        effective_at=when,
    )


def _answer(phrase: Phrase, given: Given, order: int) -> Answer:
    choice = phrase["kind"] == "choice"
    return Answer(
        cells=decode_cells(phrase["about"]) if choice else frozenset(),
        study=None if choice else phrase["about"],
        says=Says(phrase["says"]),
        given=given,
        sheet=SheetVersion(*phrase["sheet"]) if phrase["sheet"] else None,
        language=None,
        valid_until=date.fromisoformat(phrase["until"]) if phrase["until"] else None,
        minor_took_part=phrase["part"],
        order=order,
    )
