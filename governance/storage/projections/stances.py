"""Where each citizen stands as of her newest act: what she has said that still counts, in order.

Most of what people have said was replaced by what they said later, so that a population takes a few
thousand stances, and one look at each citizen tells hers. A stance is true from her newest act on,
in position and in effective time; whoever asks about an earlier instant reads her acts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from governance.storage import driver
from governance.storage.driver import Session
from governance.storage.tables.said import Stance
from governance.vocabulary.cellsets import decode_cells
from governance.vocabulary.purposes import Cell

STORIES = (
    "SELECT s.citizen, s.effective, s.position, s.phrase, p.text "
    "FROM {numbers} CROSS JOIN said s JOIN phrases p ON p.id = s.phrase "
    "WHERE s.citizen = wanted.value ORDER BY s.citizen, s.effective, s.weight, s.position"
)
KEEP = (
    "INSERT INTO stances (citizen, phrases, effective, position) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (citizen) DO UPDATE SET phrases = excluded.phrases, "
    "effective = excluded.effective, position = excluded.position"
)
SWITCHES = ("opt-out", "minor-refusal")
Phrased = tuple[int, str]
"""A phrase: its number and its text."""


class Matter(NamedTuple):
    """What a phrase is about, and who said it."""

    kind: str
    giver: tuple[int, str]
    study: str | None
    cells: frozenset[Cell]

    def replaces(self, earlier: Matter) -> bool:
        """Whether the earlier phrase no longer counts for any question, once this one was said.

        As ``consents.standing`` has it: what stands of a giver is the latest; a switch is turned by
        whoever turns it. Withdrawing everything leaves study answers: that they were given counts.
        """
        if self.kind in SWITCHES:
            return earlier.kind == self.kind
        if earlier.giver != self.giver:
            return False
        if earlier.kind != "choice":
            return (earlier.kind, earlier.study) == (self.kind, self.study)
        return self.kind == "everything" or (self.kind == "choice" and earlier.cells <= self.cells)


@lru_cache(maxsize=65536)
def _matter(text: str) -> Matter:
    phrase = json.loads(text)
    kind, about = phrase["kind"], phrase.get("about")
    cells = decode_cells(about) if kind == "choice" else frozenset()
    study = about if kind == "study" else None
    return Matter(kind, (phrase["slot"], phrase["capacity"]), study, cells)


def still_counting(told: Iterable[Phrased]) -> list[Phrased]:
    """Of phrases in the order in which they count, those that no later one replaces."""
    counting: list[Phrased] = []
    for phrase in told:
        matter = _matter(phrase[1])
        counting = [one for one in counting if not matter.replaces(_matter(one[1]))]
        counting.append(phrase)
    return counting


def stance_of(told: Iterable[Phrased]) -> str:
    """The numbers of the phrases that still count."""
    return ",".join(str(number) for number, _ in still_counting(told))


async def project(session: Session, citizens: Iterable[int]) -> None:
    """Find anew where these citizens stand, now that their acts are kept."""
    stories = await driver.fetch(session, STORIES, sorted(set(citizens)))
    rows, known = [], dict[tuple[Phrased, ...], str]()
    for citizen, acts in groupby(stories, key=lambda act: act[0]):
        told = list(acts)
        story = tuple((phrase, text) for *_, phrase, text in told)
        stance = known.get(story)
        if stance is None:
            stance = known[story] = stance_of(story)
        rows.append((citizen, stance, told[-1][1], max(act[2] for act in told)))
    await driver.run_many(session, KEEP, rows)


async def clear(session: Session) -> None:
    """Forget all of it."""
    await driver.clear(session, Stance)


async def contents(session: Session) -> list[tuple[Any, ...]]:
    """All of it, for comparing; phrases by their text, for their numbers may change."""
    texts = dict(await driver.fetch(session, "SELECT id, text FROM phrases"))
    listed = "SELECT citizen, phrases, effective, position FROM stances ORDER BY citizen"
    return [
        (citizen, tuple(texts[int(number)] for number in phrases.split(",")), *key)
        for citizen, phrases, *key in await driver.fetch(session, listed)
    ]
