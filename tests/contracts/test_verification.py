"""Whatever is changed behind the back of the ledger is found, up to what was signed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from governance.merkle import leaf_hash, open_note, verifier_key, verify_inclusion
from governance.storage import erasables, ledger
from governance.storage.checkpoints import export, receipt, sign_checkpoint, stored
from governance.storage.database import Database
from governance.storage.verification import Finding, Verified, verify
from tests.contracts.entries import OF_ANE, kin, registered, several
from tests.merkle.exports import line_of, load_verifier

ORIGIN = "ledger.example/region"
KEY = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
SIGNER = verifier_key(ORIGIN, PUBLIC)
KEYS = {SIGNER: (ORIGIN, PUBLIC)}


async def sign(database: Database) -> str:
    async with database.writing() as session:
        return await sign_checkpoint(session, origin=ORIGIN, public_key=PUBLIC, sign=KEY.sign)


async def grow(database: Database, count: int) -> None:
    async with database.writing() as session:
        await ledger.append(session, several(count))


async def verified(database: Database, *outside: str) -> Verified:
    async with database.reading() as session:
        return await verify(session, keys=KEYS, outside=[(SIGNER, note) for note in outside])


@pytest.fixture
async def filled(database: Database) -> Database:
    """Six hundred entries, of which 300 are signed for."""
    async with database.writing() as session:
        await ledger.append(session, [registered(), kin()])
    await sign(database)
    await grow(database, 298)
    await sign(database)
    await grow(database, 300)
    return database


async def test_a_ledger_agrees_with_everything_that_was_signed(filled: Database) -> None:
    assert await verified(filled) == Verified(600, 300, ())
    note = await sign(filled)
    assert await sign(filled) == note
    assert await verified(filled, note) == Verified(600, 600, ())
    async with filled.reading() as session:
        notes = await stored(session)
    assert [(one.size, one.signer) for one in notes] == [(n, SIGNER) for n in (2, 300, 600)]
    assert open_note(note, name=ORIGIN, public_key=PUBLIC).size == 600


async def test_an_empty_ledger_agrees(database: Database) -> None:
    assert await verified(database) == Verified(0, 0, ())


async def test_what_was_erased_is_not_a_finding(filled: Database) -> None:
    async with filled.writing() as session:
        await erasables.erase(session, OF_ANE, 1, before=3)
    assert await verified(filled) == Verified(600, 300, ())


async def test_notes_by_nobody_we_know_are_found(filled: Database) -> None:
    other = Ed25519PrivateKey.from_private_bytes(b"\x08" * 32)
    public = other.public_key().public_bytes_raw()
    async with filled.writing() as session:
        await sign_checkpoint(session, origin=ORIGIN, public_key=public, sign=other.sign)
    assert (await verified(filled)).findings == (Finding("checkpoint-not-ours", 600),)


async def test_an_export_and_a_receipt_satisfy_the_standalone_verifier(filled: Database) -> None:
    note = await sign(filled)
    verifier = load_verifier()
    keys = verifier.read_keys(SIGNER)
    async with filled.reading() as session:
        lines = [line async for line in export(session)]
        held = await receipt(session, 1, note, size=600)
        root = (await ledger.head(session)).root
        with pytest.raises(LookupError):
            await receipt(session, 601, note, size=600)
    assert "600 entries agree" in verifier.verify_export(
        iter(lines), [verifier.open_note(note, keys)]
    )
    assert verify_inclusion(leaf_hash(held.entry), 0, 600, held.proof, root)
    assert lines[0] == line_of(1, held.entry)
    verifier.verify_receipt(held.plain(), keys)


BEHIND = {
    "edited": ("UPDATE ledger_entries SET entry = entry || x'20' WHERE position = 200", 300),
    "column edited": ("UPDATE ledger_entries SET code = 'x' WHERE position = 200", 200),
    "column swapped": ("UPDATE ledger_entries SET at = at + 1 WHERE position = 201", 201),
    "dropped": ("DELETE FROM ledger_entries WHERE position = 200", 200),
    "cut off": ("DELETE FROM ledger_entries WHERE position > 250", 300),
    "tile": ("UPDATE ledger_tiles SET hashes = zeroblob(8192) WHERE number = 0", 1),
    "tile dropped": ("DELETE FROM ledger_tiles WHERE number = 1", 257),
    "name": ("UPDATE identity SET given_name = 'Eva'", 1),
    "birth date": ("UPDATE identity SET birth_date = 'never'", 1),
    "name dropped": ("DELETE FROM identity", 1),
    "salt dropped": ("UPDATE identity SET salt = NULL", 1),
    "text": ("UPDATE documents SET body = 'twin'", 2),
    "text dropped": ("DELETE FROM documents", 2),
    "head": ("UPDATE ledger_head SET frontier = zeroblob(length(frontier))", 600),
    "swapped": (
        "CREATE TEMP TABLE t AS SELECT * FROM ledger_entries WHERE position IN (7, 8);"
        "UPDATE ledger_entries SET entry = (SELECT entry FROM t WHERE t.position = "
        "15 - ledger_entries.position), version = 11 - version + 100000 WHERE position IN (7, 8);"
        "UPDATE ledger_entries SET version = version - 100000 WHERE position IN (7, 8)",
        300,
    ),
}


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("change", "where"), BEHIND.values(), ids=BEHIND)
async def test_a_change_to_the_file_is_found(
    change: str, where: int, filled: Database, tmp_path: Path
) -> None:
    note = await sign(filled)
    with sqlite3.connect(tmp_path / "baimena.sqlite") as file:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in file.execute(triggers).fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.executescript(change)
    file.close()
    found = await verified(filled, note)
    assert found.findings
    assert where in [finding.position for finding in found.findings]


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_only_a_checkpoint_held_outside_tells_of_a_ledger_replaced_as_a_whole(
    filled: Database, tmp_path: Path
) -> None:
    note = await sign(filled)
    other = Database(f"sqlite:///{tmp_path / 'other.sqlite'}")
    await other.migrate()
    await grow(other, 600)
    assert (await verified(other)).findings == ()
    assert (await verified(other, note)).findings == (Finding("root-differs", 600),)
    await other.close()
