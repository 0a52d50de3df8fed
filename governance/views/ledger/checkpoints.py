"""How far the ledger has come, and the checkpoints that were signed of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from governance.policy.visibility_facts import View
from governance.storage import checkpoints, ledger, tiles
from governance.storage.checkpoints import Stored
from governance.views.paging import NEWEST, Newest, Part
from governance.views.question import Looking, Question, Shown
from governance.views.standing import ALL, end_of, standing
from governance.vocabulary.acts import Act

WHOLE = ("ledger", "")
"""What these questions are about."""


@dataclass(frozen=True, slots=True)
class SignedNote:
    """A checkpoint as it is published (C2SP tlog-checkpoint)."""

    size: int
    signer: str
    """The line of the key that signed: ``name+hash+key``."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerShown(Shown):
    """The fields of ``View.LEDGER`` about the whole; of a checkpoint those of its own size."""

    size: int | None = None
    root_hash: str | None = None
    """Hexadecimal."""
    at: datetime | None = None
    """Time of the newest entry."""
    signature: SignedNote | None = None
    """The checkpoint, or the newest one: entries above its size are not yet anchored."""


@dataclass(frozen=True, slots=True)
class LedgerSummary(Question[LedgerShown]):
    """Size and root of the ledger as of the position looked at."""

    ACT: ClassVar[Act] = Act.READ_LEDGER
    ABOUT: ClassVar[str] = WHOLE[0]

    async def answer(self, looking: Looking) -> LedgerShown | None:
        """An empty ledger has neither a time nor, mostly, a checkpoint."""
        session = looking.now.session
        size = end_of(await standing(looking)) - 1
        if size >= ALL - 1:
            size = (await ledger.head(session)).position
        newest = await ledger.read_at(session, [size])
        signed = await checkpoints.newest(session, before=size + 1)
        whole = LedgerShown(
            id=str(size),
            size=size,
            root_hash=(await tiles.root_at(session, size)).hex(),
            at=newest[0].event.at if newest else None,
            signature=_note(signed[0]) if signed else None,
        )
        return await looking.redacted(whole, View.LEDGER, WHOLE)


@dataclass(frozen=True, slots=True)
class Checkpoints(Question[Newest[LedgerShown]]):
    """The signed checkpoints, for anybody who holds them against the ledger: the newest first, or
    the oldest.
    """

    ACT: ClassVar[Act] = Act.READ_REGISTER
    ABOUT: ClassVar[str] = WHOLE[0]
    part: Part = NEWEST

    async def answer(self, looking: Looking) -> Newest[LedgerShown] | None:
        """A part of the list; ``next`` is a size."""
        before = min(self.part.before or ALL, end_of(await standing(looking)))
        session, wanted, after = looking.now.session, self.part.limit, self.part.after
        if after is None:
            found = await checkpoints.newest(session, before=before, limit=wanted + 1)
        else:
            bounds = {"after": min(after, ALL), "before": before}
            found = await checkpoints.oldest(session, **bounds, limit=wanted + 1)
        shown = [await _shown(looking, one) for one in found[:wanted]]
        beyond = found[wanted - 1].size if len(found) > wanted else None
        return Newest(tuple(one for one in shown if one), beyond)


async def _shown(looking: Looking, stored: Stored) -> LedgerShown | None:
    whole = LedgerShown(
        id=str(stored.size), size=stored.size, root_hash=stored.root, signature=_note(stored)
    )
    return await looking.redacted(whole, View.LEDGER, WHOLE)


def _note(stored: Stored) -> SignedNote:
    return SignedNote(stored.size, stored.signer, stored.note)
