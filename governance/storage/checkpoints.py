"""Signed checkpoints of the ledger, receipts and exports: what is held outside."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from governance.merkle import Checkpoint, sign_note, verifier_key
from governance.storage import driver, ledger, tiles
from governance.storage.driver import Session
from governance.storage.tables.ledger import LedgerCheckpoint

EXPORT_BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Stored:
    """A checkpoint that was given out; ``signer`` is the published line of its key."""

    size: int
    signer: str
    note: str

    @property
    def root(self) -> str:
        """The root that it says, in hexadecimal: the third line of the note."""
        return b64decode(self.note.split("\n")[2]).hex()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What proves to its holder that an entry is in the ledger; anyone can verify it."""

    position: int
    entry: bytes
    proof: tuple[bytes, ...]
    """Hashes from the leaf upwards (RFC 6962 2.1.1)."""
    checkpoint: str

    def plain(self) -> dict[str, object]:
        """The receipt as JSON has it, for the standalone verifier."""
        return {
            "position": self.position,
            "entry": b64encode(self.entry).decode(),
            "proof": [b64encode(step).decode() for step in self.proof],
            "checkpoint": self.checkpoint,
        }


async def sign_checkpoint(
    session: Session, *, origin: str, public_key: bytes, sign: Callable[[bytes], bytes]
) -> str:
    """Sign the ledger as it stands, keep the note, and give it back; inside ``writing``.

    ``origin`` names both the ledger and its key (C2SP tlog-checkpoint); ``sign`` makes an Ed25519
    signature of 64 bytes.
    """
    now = await ledger.head(session)
    checkpoint = Checkpoint(origin, now.position, now.root)
    note = sign_note(checkpoint, name=origin, public_key=public_key, sign=sign)
    signer = verifier_key(origin, public_key)
    given = "SELECT 1 FROM ledger_checkpoints WHERE size = $1 AND signer = $2"
    if not await driver.fetch(session, given, now.position, signer):
        row = (now.position, signer, note)
        await driver.insert(session, LedgerCheckpoint, ("size", "signer", "note"), [row])
    return note


async def stored(session: Session) -> list[Stored]:
    """Every checkpoint given out, the oldest first."""
    notes = "SELECT size, signer, note FROM ledger_checkpoints ORDER BY size, signer"
    return [Stored(*row) for row in await driver.fetch(session, notes)]


async def newest(
    session: Session, *, before: int, at_least: int = 0, limit: int = 1
) -> list[Stored]:
    """The newest checkpoints of sizes below ``before``, the newest first."""
    notes = (
        "SELECT size, signer, note FROM ledger_checkpoints WHERE size < $1 AND size >= $2 "
        "ORDER BY size DESC, signer LIMIT $3"
    )
    return [Stored(*row) for row in await driver.fetch(session, notes, before, at_least, limit)]


async def oldest(session: Session, *, after: int, before: int, limit: int) -> list[Stored]:
    """The oldest checkpoints of sizes between these two, the oldest first."""
    notes = (
        "SELECT size, signer, note FROM ledger_checkpoints WHERE size > $1 AND size < $2 "
        "ORDER BY size, signer LIMIT $3"
    )
    return [Stored(*row) for row in await driver.fetch(session, notes, after, before, limit)]


async def first_covering(session: Session, position: int) -> Stored | None:
    """The smallest checkpoint given out under which this entry is; None where there is none."""
    notes = "SELECT size, signer, note FROM ledger_checkpoints WHERE size >= $1"
    first = f"{notes} ORDER BY size, signer LIMIT 1"
    for size, signer, note in await driver.fetch(session, first, position):
        return Stored(size, signer, note)
    return None


async def receipt(session: Session, position: int, note: str, *, size: int) -> Receipt:
    """The receipt of one entry against a checkpoint of that size. Raises LookupError."""
    found = "SELECT entry FROM ledger_entries WHERE position = $1"
    rows = await driver.fetch(session, found, position)
    if not rows or position > size:
        raise LookupError("no such entry under that checkpoint")
    proof = await tiles.prove_inclusion(session, position, size)
    return Receipt(position, bytes(rows[0][0]), tuple(proof), note)


async def export(session: Session, *, up_to: int | None = None) -> AsyncIterator[bytes]:
    """The lines of an export, ``{"position":1,"entry":"<base64>"}``, as a verifier reads them."""
    async for position, entry in raw_entries(session, up_to=up_to):
        yield b'{"position":%d,"entry":"%s"}\n' % (position, b64encode(entry))


async def raw_entries(
    session: Session, *, up_to: int | None = None
) -> AsyncIterator[tuple[int, bytes]]:
    """Position and bytes of every entry in order, in batches of bounded memory."""
    last = 0
    end = up_to if up_to is not None else (await ledger.head(session)).position
    following = (
        "SELECT position, entry FROM ledger_entries "
        "WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3"
    )
    while rows := await driver.fetch(session, following, last, end, EXPORT_BATCH):
        for position, entry in rows:
            yield position, entry
        last = rows[-1][0]
