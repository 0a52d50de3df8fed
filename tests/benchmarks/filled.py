"""A region straight in the projections: as an import would leave it, without the import's time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from itertools import groupby, islice
from operator import attrgetter, itemgetter
from random import Random
from typing import Any

from governance.lives.consents import events as happened
from governance.service.importing.commands import MANDATES, act_command
from governance.storage import driver
from governance.storage.database import Database
from governance.storage.identity import COLUMNS as IDENTITY
from governance.storage.projections.said import phrase_of
from governance.storage.projections.stances import stance_of
from governance.storage.tables.erasable import Identity
from governance.storage.tables.people import Citizen, ProtectionRow, RepresentationRow
from governance.storage.tables.said import Phrase, Said, Stance
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import Capacity, SubjectId
from portal.demo.people import region_of
from portal.demo.rows import ActRow, Region

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SHEET, STUDY = "0" * 32, "study"
AT_ONCE = 5000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
REACHES = ("navarre-and-spain", "eu-eea", "worldwide")
EVENTS: dict[str, Any] = {
    "choice": happened.ChoiceRecorded,
    "study": happened.StudyAnswered,
    "withdraw-everything": happened.EverythingWithdrawn,
    "reach": happened.ReachSet,
    "opt-out": happened.OptedOut,
    "lift-opt-out": happened.OptOutLifted,
    "minor-refusal": happened.MinorRefused,
    "lift-minor-refusal": happened.MinorRefusalLifted,
}
ENTRY = ("by", "at")
SaidRow = tuple[int, int, int, int, int]
"""Citizen, effective time, weight, position, phrase: sorted, they stand as they count."""
STANCE = ("citizen", "phrases", "effective", "position")
REPRESENTATION = ("citizen", "position", "slot", "representative", "capacity", "since", "until")


class _Anybody(dict[str, SubjectId]):
    def __missing__(self, name: str) -> SubjectId:
        return SubjectId(name)


@cache
def _phrase(plain: ActRow, slot: int) -> tuple[str, int]:
    """The phrase of an act whose names and times have been taken out, and its weight."""
    command: Command = act_command(vars_of(plain), _Anybody())
    kind = EVENTS[plain.act]
    said = {f.name: getattr(command, f.name) for f in fields(kind) if f.name not in ENTRY}
    found = phrase_of(kind(by=SubjectId("desk"), at=NOW, **said), slot)
    if found is None:
        raise ValueError("an act says nothing")
    return json.dumps(found[0], sort_keys=True, separators=(",", ":")), found[1]


def vars_of(row: ActRow) -> dict[str, str]:
    """An act as a line of a file."""
    return {f.name: getattr(row, f.name) for f in fields(row)}


def padded(acts: list[ActRow], person: str, count: int, chance: Random) -> list[ActRow]:
    """Earlier acts of the same giver are put before, until there are so many."""
    like = acts[0] if acts else ActRow(at="", person=person, act="reach")
    first = datetime.fromisoformat(acts[0].effective_at) if acts else NOW - timedelta(days=400)
    when, added = min(first, NOW - timedelta(days=400)), []
    for _ in range(count - len(acts)):
        when -= timedelta(days=chance.randrange(1, 30))
        at = when.isoformat()
        one = ActRow(at=at, effective_at=at, person=person, act="reach", capacity=like.capacity,
                     by=like.by, reach=chance.choice(REACHES))  # fmt: skip
        if chance.random() < 0.5:
            says = chance.choice(("allow", "refuse", "withdraw"))
            told = {"cells": "all", "says": says, "sheet": SHEET, "sheet_version": "1.0"}
            one = replace(one, act="choice", reach="", minor_took_part="no", **told)
        added.append(one)
    return added[::-1] + acts


@dataclass
class Filling:
    """Numbers given so far."""

    database: Database
    acts_each: int
    chance: Random = field(default_factory=lambda: Random(11))
    citizens: int = 0
    position: int = 0
    phrases: dict[str, int] = field(default_factory=dict)
    said: int = 0

    async def add(self, region: Region) -> None:
        """One more part of the region."""
        numbers = {p.person: n for n, p in enumerate(region.people, self.citizens + 1)}
        people = [(n, subject_of(name)) for name, n in numbers.items()]
        identity: list[tuple[Any, ...]] = []
        protections: list[tuple[Any, ...]] = []
        for p in region.people:
            self.position += 1
            details = (p.given_name, p.family_name, p.birth_date, p.death_date or None, p.sex,
                       p.municipality, p.language, "", "[]")  # fmt: skip
            identity.append((self.position, numbers[p.person], None, "0" * 32, *details))
            if p.protected:
                since = f"{int(p.birth_date[:4]) + 19}-01-01"
                protections.append((numbers[p.person], self.position, since))
        slots: dict[tuple[str, str, str], int] = {}
        mandates = list(self._mandates(region, numbers, slots))
        known = len(self.phrases)
        said = list(self._said(region, numbers, slots))
        stances = list(self._stances(said))
        new = [(number, text) for text, number in islice(self.phrases.items(), known, None)]
        async with self.database.writing() as session:
            await driver.insert(session, Citizen, ("id", "subject"), people)
            await driver.insert(session, Identity, IDENTITY, identity)
            columns = ("citizen", "position", "since")
            await driver.insert(session, ProtectionRow, columns, protections)
            await driver.insert(session, RepresentationRow, REPRESENTATION, mandates)
            await driver.insert(session, Phrase, ("id", "text"), new)
            order = ("citizen", "effective", "weight", "position", "phrase")
            await driver.insert(session, Said, order, said)
            await driver.insert(session, Stance, STANCE, stances)
        self.citizens += len(people)
        self.said += len(said)

    def _mandates(
        self, region: Region, numbers: dict[str, int], slots: dict[tuple[str, str, str], int]
    ) -> Iterator[tuple[Any, ...]]:
        used: dict[str, int] = {}
        for row in region.relations:
            if row.kind in MANDATES:
                self.position += 1
                slot = used[row.other] = used.get(row.other, 0) + 1
                capacity = MANDATES[row.kind].value
                slots[row.other, row.person, capacity] = slot
                who = (subject_of(row.person), capacity, row.since, row.until or None)
                yield (numbers[row.other], self.position, slot, *who)

    def _said(
        self, region: Region, numbers: dict[str, int], slots: dict[tuple[str, str, str], int]
    ) -> Iterator[SaidRow]:
        by_person = sorted(region.acts, key=attrgetter("person"))
        told = {name: list(acts) for name, acts in groupby(by_person, attrgetter("person"))}
        for name, number in numbers.items():
            for act in padded(told.get(name, []), name, self.acts_each, self.chance):
                own = act.capacity == Capacity.SELF.value
                slot = 0 if own else slots[name, act.by, act.capacity]
                plain = replace(act, at="", person="", by="", effective_at=NOW.isoformat())
                text, weight = _phrase(plain, slot)
                phrase = self.phrases.setdefault(text, len(self.phrases) + 1)
                when = datetime.fromisoformat(act.effective_at) - EPOCH
                self.position += 1
                yield number, when // timedelta(microseconds=1), weight, self.position, phrase

    def _stances(self, said: list[SaidRow]) -> Iterator[tuple[Any, ...]]:
        texts = list(self.phrases)
        for citizen, acts in groupby(sorted(said), itemgetter(0)):
            told = list(acts)
            stance = stance_of((row[4], texts[row[4] - 1]) for row in told)
            yield citizen, stance, told[-1][1], max(row[3] for row in told)


def subject_of(name: str) -> str:
    """An id as long, and as unlike its neighbours, as those that are drawn by chance."""
    return sha256(name.encode()).hexdigest()[:32]


async def fill(database: Database, people: int, acts_each: int) -> tuple[Instant, Filling]:
    """At least so many people who have each said at least so much, and when that is known."""
    await database.migrate()
    filling, part = Filling(database, acts_each), 0
    while filling.citizens < people:
        names = [f"NA{part:04}{n:05}" for n in range(min(AT_ONCE, people - filling.citizens))]
        region = region_of(names, seed=part, today=date(2026, 11, 24), study=STUDY, sheet=SHEET)
        await filling.add(region)
        part += 1
    async with database.writing() as session:
        await driver.run(session, "ANALYZE")
    return Instant(filling.position, NOW), filling
