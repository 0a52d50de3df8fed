"""Signed checkpoints: given out, put where the operator cannot change them, and held against the
ledger again. Only those outside protect against whoever can rewrite the whole database."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from governance.lives.programme.keys import KeyKind
from governance.merkle import BadCheckpoint, open_note, verifier_key
from governance.service.house import House
from governance.settings import UnusableSettings
from governance.storage import checkpoints, ledger

Keys = Mapping[str, tuple[str, bytes]]
"""The published line of each key that ever signed here, with its name and the public key."""
Held = tuple[str, str]
"""The line of the key that signed, empty where none of ours did; and the note."""
NOTES = "*.note"


async def sign_now(house: House) -> str:
    """Sign the ledger as it stands; the note is kept, and is to be held outside as well."""
    key = house.keys.ensure_signing(KeyKind.CHECKPOINT)
    async with house.database.writing() as session:
        return await checkpoints.sign_checkpoint(
            session, origin=house.ledger_name, public_key=key.public, sign=key.sign
        )


def known_keys(house: House) -> Keys:
    """Every key of ours that may have signed a checkpoint."""
    known = house.keys.public_keys(KeyKind.CHECKPOINT)
    name = house.ledger_name
    return {verifier_key(name, public): (name, public) for _, public in known}


async def anchor(house: House) -> bool:
    """Sign what came since the newest checkpoint, and see that the newest is held outside.

    Whether anything had to be signed. Raises UnusableSettings where nothing can be put there.
    """
    async with house.database.reading() as session:
        size = (await ledger.head(session)).position
        newest = await checkpoints.newest(session, before=size + 1)
    grown = size > (newest[0].size if newest else 0)
    if not grown and not newest:
        return False
    note = await sign_now(house) if grown else newest[0].note
    if house.checkpoints is not None:
        await asyncio.to_thread(_put, house.checkpoints, note)
    return grown


async def held_outside(house: House) -> list[Held]:
    """The notes in the folder outside. Raises UnusableSettings where they cannot be read."""
    if house.checkpoints is None:
        return []
    return await asyncio.to_thread(_held, house.checkpoints, known_keys(house))


def _put(folder: Path, note: str) -> None:
    place = folder / f"{note.splitlines()[1]}.note"  # the second line is the size
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            half = place.with_suffix(".part")
            half.write_text(note, encoding="utf-8")
            half.replace(place)
    except OSError as error:
        raise _unusable("written", error) from None


def _held(folder: Path, keys: Keys) -> list[Held]:
    try:
        notes = [path.read_text("utf-8", "replace") for path in sorted(folder.glob(NOTES))]
    except OSError as error:
        raise _unusable("read", error) from None
    return [(_signer(note, keys), note) for note in notes]


def _signer(note: str, keys: Keys) -> str:
    for line, (name, public_key) in keys.items():
        try:
            open_note(note, name=name, public_key=public_key)
        except BadCheckpoint:
            continue
        return line
    return ""


def _unusable(what: str, error: OSError) -> UnusableSettings:
    told = f"the folder cannot be {what}: {error.strerror}"
    return UnusableSettings((("BAIMENA_CHECKPOINTS", told),))
