"""Citizens of every kind who say anything at any time: as events, straight into the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from governance.lives.citizens import events as entered
from governance.lives.citizens.words import Kinship, KinshipKind
from governance.lives.consents import events as happened
from governance.lives.consents.words import Given, Says, SheetVersion
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import Erasable, text
from governance.vocabulary.people import Capacity, Channel, Language, SubjectId
from governance.vocabulary.purposes import (
    ALL_CELLS,
    Cell,
    DataCategory,
    Purpose,
    Reach,
    RecipientKind,
)
from tests.contracts.entries import DESK, START, details

CELLS = tuple(
    Cell(Purpose.SCIENTIFIC_RESEARCH, category, RecipientKind.PUBLIC_RESEARCH)
    for category in (DataCategory.GENOMIC, DataCategory.CLINICAL, DataCategory.IMAGING)
)
STUDIES = ("study", "another")
SHEET = "0" * 32
DAYS = 400
"""Everything is recorded, and counts from, so many days around the start."""
Entry = tuple[str, Event]
Giver = tuple[SubjectId, Capacity]


def subject(number: int) -> SubjectId:
    """An id that nothing else has."""
    return SubjectId(f"{number:032x}")


class Chance:
    """Draws a small region from one stream of randomness."""

    def __init__(self, seed: int, people: int) -> None:
        self.random = Random(seed)
        self.people = [subject(number) for number in range(1, people + 1)]

    def entries(self) -> list[Entry]:
        """People and their ties first, then everything said, in the order of recording."""
        at = START - timedelta(days=DAYS)
        registered = [entry for who in self.people for entry in self._entered(who, at)]
        givers = {who: [(who, Capacity.SELF)] for who in self.people}
        for stream, event in registered:
            if isinstance(event, entered.RepresentativeAppointed):
                who = SubjectId(stream.partition("/")[2])
                givers[who].append((event.representative, event.capacity))
        said: list[Entry] = []
        for who in self.random.choices(self.people, k=6 * len(self.people)):
            at += timedelta(hours=self.random.randrange(1, 24))
            said.append((f"consents/{who}", self._said(givers[who], at)))
        return registered + said + self._later(at)

    def _entered(self, who: SubjectId, at: datetime) -> Iterator[Entry]:
        chance = self.random
        by: dict[str, Any] = {"by": DESK, "at": at}
        age = chance.choice((1, 13, 14, 15, 16, 17, 18, 40))
        born = START.date() - timedelta(days=365 * age + chance.randrange(-200, 365))
        hers = replace(details(who, file_number=who), birth_date=born)
        if chance.random() < 0.2:
            died = START.date() - timedelta(days=chance.randrange(-DAYS, DAYS))
            hers = replace(hers, death_date=max(died, born))
        stream = f"citizens/{who}"
        yield stream, entered.CitizenRegistered(details=Erasable(hers), **by)
        for capacity in (Capacity.PARENT, Capacity.PARENT, Capacity.SUPPORT):
            if chance.random() < 0.4:
                since = START.date() - timedelta(days=chance.randrange(-50, DAYS))
                until = since + timedelta(days=DAYS) if chance.random() < 0.5 else None
                yield stream, entered.RepresentativeAppointed(
                    representative=chance.choice(self.people), capacity=capacity, since=since,
                    until=until, **by,
                )  # fmt: skip
        if chance.random() < 0.2:
            yield stream, entered.ProtectionRecorded(since=date(2020, 1, 1), **by)
        if chance.random() < 0.3:
            kinship = Kinship(KinshipKind.SIBLING, chance.choice(self.people))
            yield stream, entered.KinshipDeclared(kinship=text(str(kinship)), **by)

    def _later(self, at: datetime) -> list[Entry]:
        """Some are corrected, merged or erased after they have spoken."""
        by: dict[str, Any] = {"by": DESK, "at": at}
        corrected, erased, gone, stays = self.random.sample(self.people, 4)
        younger = replace(details(corrected, file_number=f"{corrected}x"), birth_date=START.date())
        none = frozenset[SubjectId]()
        reason = text("she asked for it")
        return [
            (f"citizens/{corrected}", entered.DetailsCorrected(details=Erasable(younger), **by)),
            (f"citizens/{erased}", entered.DetailsErased(reason=reason, **by)),
            (f"citizens/{gone}", entered.CitizenMerged(survivor=stays, with_duplicates=none, **by)),
            (f"citizens/{stays}", entered.DuplicateJoined(duplicate=gone, **by)),
        ]

    def _said(self, givers: list[Giver], at: datetime) -> Event:
        """One act; it counts from any time, mostly from when it was recorded."""
        chance = self.random
        giver, capacity = chance.choice(givers)
        when = at + timedelta(days=chance.choice((0, 0, 0, -30, -300, 60)))
        if chance.random() < 0.5:  # many things count from one and the same instant
            when = when.replace(day=1, hour=0)
        given = Given(giver=giver, capacity=capacity, channel=Channel.DESK, effective_at=when)
        said: dict[str, Any] = {"given": given, "by": giver, "at": at}
        kind = chance.choice(
            (happened.ChoiceRecorded, happened.ChoiceRecorded, happened.ChoiceRecorded,
             happened.StudyAnswered, happened.StudyAnswered, happened.ReachSet, happened.ReachSet,
             happened.EverythingWithdrawn, happened.OptedOut, happened.OptOutLifted,
             happened.MinorRefused, happened.MinorRefusalLifted)
        )  # fmt: skip
        if kind is happened.ReachSet:
            return happened.ReachSet(reach=chance.choice(list(Reach)), **said)
        if kind is happened.StudyAnswered:
            study = chance.choice(STUDIES)
            return happened.StudyAnswered(study=study, **said, **self._answer(at))
        if kind is happened.ChoiceRecorded:
            some = frozenset(chance.sample(CELLS, chance.randint(1, 3)))
            cells = chance.choice((some, some, ALL_CELLS))
            return happened.ChoiceRecorded(cells=cells, **said, **self._answer(at))
        return kind(**said)

    def _answer(self, at: datetime) -> dict[str, Any]:
        chance = self.random
        until = (at + timedelta(days=chance.randrange(1, 300))).date()
        return {
            "says": chance.choice((Says.ALLOW, Says.ALLOW, Says.REFUSE, Says.WITHDRAW)),
            "sheet": SheetVersion(SHEET, chance.choice((1, 2, 2)), chance.choice((0, 1))),
            "language": Language.BASQUE,
            "valid_until": until if chance.random() < 0.5 else None,
            "minor_took_part": chance.choice((True, False, None)),
        }
