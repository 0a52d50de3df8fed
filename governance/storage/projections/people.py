"""Who may decide for whom, who is protected, whose relative, and who is whose duplicate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from governance.lives.citizens import NAME
from governance.lives.citizens import events as happened
from governance.lives.citizens.words import Kinship
from governance.lives.programme.accounts import NAME as ACCOUNTS
from governance.storage import accounts, driver, erasables, source_people, web_state
from governance.storage.driver import Session
from governance.storage.ledger import Recorded
from governance.storage.people import numbers_of
from governance.storage.tables.people import (
    KinshipRow,
    ProtectionRow,
    RepresentationRow,
)

END_MANDATE = (
    "UPDATE representations SET ended_until = $4, ended_position = $5 WHERE citizen = $1 "
    "AND representative = $2 AND capacity = $3 AND since <= $4 AND ended_position IS NULL"
)
LIFT = (
    "UPDATE protections SET lifted_until = $2, lifted_position = $3 "
    "WHERE citizen = $1 AND lifted_position IS NULL"
)
END_KINSHIP = (
    "UPDATE kinships SET ended_position = $4 WHERE citizen = $1 AND relative = $2 AND kind = $3"
)
MERGE = "UPDATE citizens SET merged_into = $2, merged_position = $3 WHERE id = $1"


async def project(session: Session, recorded: Sequence[Recorded]) -> None:
    """Take in what has happened to citizens."""
    mine = [entry for entry in recorded if entry.stream.startswith(f"{NAME}/")]
    if not mine:
        return
    numbers = await numbers_of(session, (entry.stream.partition("/")[2] for entry in mine))
    new = _New()
    for entry in mine:
        citizen = numbers[entry.stream.partition("/")[2]]
        if not new.take(citizen, entry):
            await new.keep(session)  # first what came before: it may end here
            await _take(session, citizen, entry)
    await new.keep(session)


class _New:
    """Rows of ties that began, to be inserted together: an import begins thousands."""

    def __init__(self) -> None:
        self._kin: list[tuple[Any, ...]] = []
        self._protections: list[tuple[Any, ...]] = []
        self._mandates: list[tuple[int, int, happened.RepresentativeAppointed]] = []

    def take(self, citizen: int, entry: Recorded) -> bool:
        """Whether this entry only begins something, or nothing that is kept here."""
        match entry.event:
            case happened.RepresentativeAppointed() as event:
                self._mandates.append((citizen, entry.position, event))
            case happened.ProtectionRecorded(since=since):
                self._protections.append((citizen, entry.position, since.isoformat()))
            case happened.KinshipDeclared(kinship=text) if text.value is not None:
                kinship = Kinship.parse(text.value)
                row = (citizen, entry.position, kinship.relative, kinship.kind.value)
                self._kin.append(row)
            case happened.CitizenRegistered():
                pass
            case _:
                return False
        return True

    async def keep(self, session: Session) -> None:
        """Insert them."""
        kin = ("citizen", "position", "relative", "kind")
        await driver.insert(session, KinshipRow, kin, self._kin)
        since = ("citizen", "position", "since")
        await driver.insert(session, ProtectionRow, since, self._protections)
        if self._mandates:
            mandates = await _with_slots(session, self._mandates)
            await driver.insert(session, RepresentationRow, MANDATE, mandates)
        self._kin, self._protections, self._mandates = [], [], []


MANDATE = ("citizen", "position", "slot", "representative", "capacity", "since", "until")
Slots = dict[tuple[int, str, str], int]
"""The slot of a representative: by citizen, representative and capacity."""
SLOTS = (
    "SELECT r.citizen, r.representative, r.capacity, r.slot "
    "FROM {numbers} CROSS JOIN representations r WHERE r.citizen = wanted.value"
)


async def slots_of(session: Session, citizens: Iterable[int]) -> Slots:
    """The slots of everybody who has ever been appointed for one of these citizens."""
    rows = await driver.fetch(session, SLOTS, list(citizens))
    return {(citizen, who, capacity): slot for citizen, who, capacity, slot in rows}


async def _with_slots(
    session: Session, appointed: Sequence[tuple[int, int, happened.RepresentativeAppointed]]
) -> list[tuple[Any, ...]]:
    """Their rows. Whoever is appointed again, in the same capacity, keeps her slot."""
    slots: dict[int, dict[tuple[str, str], int]] = {citizen: {} for citizen, *_ in appointed}
    for (citizen, who, capacity), slot in (await slots_of(session, slots)).items():
        slots[citizen][who, capacity] = slot
    rows = []
    for citizen, position, event in appointed:
        hers, capacity = slots[citizen], event.capacity.value
        slot = hers.setdefault((event.representative, capacity), len(hers) + 1)
        until = event.until.isoformat() if event.until else None
        since = event.since.isoformat()
        rows.append((citizen, position, slot, event.representative, capacity, since, until))
    return rows


async def _take(session: Session, citizen: int, entry: Recorded) -> None:
    event, position = entry.event, entry.position
    match event:
        case happened.RepresentationEnded(representative=who, capacity=capacity, until=until):
            ended = citizen, who, capacity.value, until.isoformat(), position
            await driver.run(session, END_MANDATE, *ended)
        case happened.ProtectionLifted(until=until):
            await driver.run(session, LIFT, citizen, until.isoformat(), position)
        case happened.KinshipEnded(kinship=text) if text.value is not None:
            kinship = Kinship.parse(text.value)
            kin = citizen, kinship.relative, kinship.kind.value
            await driver.run(session, END_KINSHIP, *kin, position)
        case happened.CitizenMerged(survivor=survivor):
            await driver.run(session, MERGE, citizen, survivor, position)
        case happened.DetailsErased():
            await source_people.erase(session, citizen)
            await erasables.erase(session, entry.stream, citizen, before=position)
            await driver.run(session, "DELETE FROM kinships WHERE citizen = $1", citizen)
            subject = entry.stream.partition("/")[2]
            linked = f"{ACCOUNTS}/{subject}"
            await erasables.erase_texts(session, linked, before=position)
            await accounts.erase(session, subject, before=position)
            await web_state.erase(session, subject)


async def clear(session: Session) -> None:
    """Forget all of it; the numbers of subjects stay, for identity refers to them."""
    await driver.clear(session, RepresentationRow, ProtectionRow, KinshipRow)
    await driver.run(session, "UPDATE citizens SET merged_into = NULL, merged_position = NULL")


async def count(session: Session) -> int:
    """How many people the register knows."""
    [(people,)] = await driver.fetch(session, "SELECT count(*) FROM citizens")
    return int(people)


CONTENTS = (
    "SELECT subject, merged_into, merged_position FROM citizens ORDER BY subject",
    "SELECT citizen, position, slot, representative, capacity, since, until, ended_until, "
    "ended_position FROM representations ORDER BY citizen, position",
    "SELECT citizen, position, since, lifted_until, lifted_position FROM protections "
    "ORDER BY citizen, position",
    "SELECT citizen, position, relative, kind, ended_position FROM kinships "
    "ORDER BY citizen, position",
)
"""Statements that read all of it, for comparing."""
