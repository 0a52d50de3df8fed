"""Who may decide for whom, who is protected, whose relative, and who is whose duplicate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.lives.citizens import NAME
from governance.lives.citizens import events as happened
from governance.lives.citizens.words import Kinship
from governance.lives.programme.accounts import NAME as ACCOUNTS
from governance.storage import accounts, driver, erasables, source_people, web_state
from governance.storage.ledger import Recorded
from governance.storage.people import numbers_of, table_of
from governance.storage.tables.people import (
    Citizen,
    KinshipRow,
    ProtectionRow,
    RepresentationRow,
)

CITIZENS = table_of(Citizen)
REPRESENTATIONS = table_of(RepresentationRow)
PROTECTIONS = table_of(ProtectionRow)
KINSHIPS = table_of(KinshipRow)


async def project(session: AsyncSession, recorded: Sequence[Recorded]) -> None:
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

    async def keep(self, session: AsyncSession) -> None:
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
SLOTS = (
    "SELECT r.citizen, r.representative, r.capacity, r.slot "
    "FROM {numbers} CROSS JOIN representations r WHERE r.citizen = wanted.value"
)


async def _with_slots(
    session: AsyncSession, appointed: Sequence[tuple[int, int, happened.RepresentativeAppointed]]
) -> list[tuple[Any, ...]]:
    """Their rows. Whoever is appointed again, in the same capacity, keeps her slot."""
    slots: dict[int, dict[tuple[str, str], int]] = {citizen: {} for citizen, *_ in appointed}
    for citizen, who, capacity, slot in await driver.fetch(session, SLOTS, list(slots)):
        slots[citizen][who, capacity] = slot
    rows = []
    for citizen, position, event in appointed:
        hers, capacity = slots[citizen], event.capacity.value
        slot = hers.setdefault((event.representative, capacity), len(hers) + 1)
        until = event.until.isoformat() if event.until else None
        since = event.since.isoformat()
        rows.append((citizen, position, slot, event.representative, capacity, since, until))
    return rows


async def _take(session: AsyncSession, citizen: int, entry: Recorded) -> None:
    event, position = entry.event, entry.position
    match event:
        case happened.RepresentationEnded(representative=who, capacity=capacity, until=until):
            table = REPRESENTATIONS
            mine = (table.c.citizen == citizen, table.c.representative == who)
            ended = {"ended_until": until.isoformat(), "ended_position": position}
            still = (table.c.capacity == capacity.value, table.c.since <= until.isoformat())
            unended = (table.c.ended_position.is_(None),)
            await session.execute(update(table).where(*mine, *still, *unended).values(**ended))
        case happened.ProtectionLifted(until=until):
            open_now = (PROTECTIONS.c.citizen == citizen, PROTECTIONS.c.lifted_position.is_(None))
            lifted = {"lifted_until": until.isoformat(), "lifted_position": position}
            await session.execute(update(PROTECTIONS).where(*open_now).values(**lifted))
        case happened.KinshipEnded(kinship=text) if text.value is not None:
            kinship = Kinship.parse(text.value)
            same = (KINSHIPS.c.citizen == citizen, KINSHIPS.c.relative == kinship.relative)
            ending = update(KINSHIPS).where(*same, KINSHIPS.c.kind == kinship.kind.value)
            await session.execute(ending.values(ended_position=position))
        case happened.CitizenMerged(survivor=survivor):
            merged = {"merged_into": survivor, "merged_position": position}
            await session.execute(update(CITIZENS).where(CITIZENS.c.id == citizen).values(**merged))
        case happened.DetailsErased():
            await source_people.erase(session, citizen)
            await erasables.erase(session, entry.stream, citizen, before=position)
            await session.execute(delete(KINSHIPS).where(KINSHIPS.c.citizen == citizen))
            subject = entry.stream.partition("/")[2]
            linked = f"{ACCOUNTS}/{subject}"
            await erasables.erase_texts(session, linked, before=position)
            await accounts.erase(session, subject, before=position)
            await web_state.erase(session, subject)


async def clear(session: AsyncSession) -> None:
    """Forget all of it; the numbers of subjects stay, for identity refers to them."""
    for table in (REPRESENTATIONS, PROTECTIONS, KINSHIPS):
        await session.execute(delete(table))
    nothing = {"merged_into": None, "merged_position": None}
    await session.execute(update(CITIZENS).values(**nothing))


async def count(session: AsyncSession) -> int:
    """How many people the register knows."""
    return int((await session.execute(select(func.count()).select_from(CITIZENS))).scalar() or 0)


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
