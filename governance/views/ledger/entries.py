"""Entries of the ledger as they are kept: filtered, a part at a time, or one with its proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import ClassVar

from governance.merkle import leaf_hash
from governance.policy.visibility_facts import View
from governance.storage import checkpoints, ledger, tiles
from governance.storage.lives import BY_NAME, EVENTS
from governance.storage.queries.entries import Entry, Sought, seek
from governance.views.actors import Actor
from governance.views.ledger.checkpoints import WHOLE, SignedNote
from governance.views.paging import NEWEST, Newest, Part
from governance.views.question import Looking, Question, Shown
from governance.views.standing import ALL, end_of, standing
from governance.views.workers import workers_of
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import MICROSECOND, start_of
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class ProofShown:
    """That the entry is in the tree of a signed checkpoint (RFC 6962 2.1.1)."""

    hashes: tuple[str, ...]
    """From the leaf upwards, hexadecimal."""
    root_hash: str
    checkpoint: SignedNote


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryShown(Shown):
    """The fields of ``View.LEDGER`` about one entry; ``id`` is its position."""

    position: int | None = None
    at: datetime | None = None
    code: str | None = None
    stream: str | None = None
    by: Actor | None = None
    """Citizens have no name here: the ledger is pseudonymous."""
    body: str | None = None
    """The whole entry as it was hashed, canonical JSON: of erasable values the digests."""
    leaf_hash: str | None = None
    """SHA-256 of a zero byte and ``body``, hexadecimal."""
    proof: ProofShown | None = None
    """None where no checkpoint covers the entry yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntries(Question[Newest[EntryShown]]):
    """Entries that fit every filter, the newest first, or the oldest."""

    ACT: ClassVar[Act] = Act.READ_LEDGER
    ABOUT: ClassVar[str] = WHOLE[0]
    life: str | None = None
    stream: str | None = None
    code: str | None = None
    by: SubjectId | None = None
    """Looks through so many positions at a time: a part may be empty and ``next`` say go on."""
    day: date | None = None
    """In Europe/Madrid."""
    part: Part = NEWEST

    async def answer(self, looking: Looking) -> Newest[EntryShown] | None:
        """A part of the list, without bodies; ``next`` is a position."""
        first, end = await _days(looking, self.day)
        oldest_first = self.part.after is not None
        newest = (await ledger.head(looking.now.session)).position
        known = min(newest + 1, end_of(await standing(looking)))
        sought = Sought(
            first=max(first, (self.part.after or 0) + 1) if oldest_first else first,
            before=min(self.part.before or ALL, end, known),
            codes=self._codes(),
            stream=self.stream,
            by=self.by,
            oldest_first=oldest_first,
        )
        found, beyond = await seek(looking.now.session, sought, limit=self.part.limit)
        return Newest(tuple(await _shown(looking, found)), beyond)

    def _codes(self) -> tuple[str, ...] | None:
        if self.life is None and self.code is None:
            return None
        life = BY_NAME.get(self.life or "")
        known = tuple(event.CODE for event in life.EVENTS) if life else tuple(EVENTS)
        if self.life is not None and life is None:
            return ()
        return known if self.code is None else tuple(code for code in known if code == self.code)


@dataclass(frozen=True, slots=True)
class LedgerEntry(Question[EntryShown]):
    """One entry as it is kept, with the proof that it is in the newest checkpoint."""

    ACT: ClassVar[Act] = Act.READ_LEDGER
    ABOUT: ClassVar[str] = WHOLE[0]
    position: int

    @property
    def key(self) -> str:
        """Its position."""
        return str(self.position)

    async def answer(self, looking: Looking) -> EntryShown | None:
        """None where the ledger had not come so far."""
        end = end_of(await standing(looking))
        if not 0 < self.position < end:
            return None
        sought = Sought(first=self.position, before=self.position + 1)
        found, _ = await seek(looking.now.session, sought, limit=1)
        for shown in await _shown(looking, found):
            [kept] = found
            whole = replace(
                shown,
                body=kept.text,
                leaf_hash=leaf_hash(kept.text.encode()).hex(),
                proof=await _proof(looking, self.position, end),
            )
            return await looking.redacted(whole, View.LEDGER, WHOLE)
        return None


async def _days(looking: Looking, day: date | None) -> tuple[int, int]:
    """The first position of a day, and the first after it; of all days where none is asked for."""
    if day is None:
        return 1, ALL
    session = looking.now.session
    before = await ledger.position_at(session, start_of(day) - MICROSECOND)
    last = await ledger.position_at(session, start_of(day + timedelta(days=1)) - MICROSECOND)
    return before + 1, last + 1


async def _shown(looking: Looking, found: Sequence[Entry]) -> list[EntryShown]:
    done = [(SubjectId(entry.by), entry.at) for entry in found]
    workers = await workers_of(looking, done)
    whole = [
        EntryShown(
            id=str(entry.position),
            position=entry.position,
            at=entry.at,
            code=entry.code,
            stream=entry.stream,
            by=workers[doing],
        )
        for entry, doing in zip(found, done, strict=True)
    ]
    shown = [await looking.redacted(one, View.LEDGER, WHOLE) for one in whole]
    return [one for one in shown if one is not None]


async def _proof(looking: Looking, position: int, end: int) -> ProofShown | None:
    session = looking.now.session
    for newest in await checkpoints.newest(session, before=end, at_least=position):
        hashes = await tiles.prove_inclusion(session, position, newest.size)
        note = SignedNote(newest.size, newest.signer, newest.note)
        return ProofShown(tuple(step.hex() for step in hashes), newest.root, note)
    return None
