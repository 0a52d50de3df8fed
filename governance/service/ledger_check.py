"""The ledger as a whole: its size, its signed checkpoints, and whether it is what was signed."""

from __future__ import annotations

from pathlib import Path

from governance.lives.programme.keys import KeyKind
from governance.merkle import verifier_key
from governance.service.house import House
from governance.storage import checkpoints, ledger, verification
from governance.storage.verification import Verified

ORIGIN = "baimena.example/ledger"


async def ledger_size(house: House) -> int:
    """How many entries there are."""
    async with house.database.reading() as session:
        return (await ledger.head(session)).position


async def sign_now(house: House) -> str:
    """Sign the ledger as it stands; the note is kept, and is to be held outside as well."""
    key = house.keys.ensure_signing(KeyKind.CHECKPOINT)
    async with house.database.writing() as session:
        return await checkpoints.sign_checkpoint(
            session, origin=ORIGIN, public_key=key.public, sign=key.sign
        )


async def check_ledger(house: House) -> Verified:
    """Hash every entry anew, and compare with tiles, head and every checkpoint kept."""
    known = house.keys.public_keys(KeyKind.CHECKPOINT)
    keys = {verifier_key(ORIGIN, public): (ORIGIN, public) for _, public in known}
    async with house.database.reading() as session:
        return await verification.verify(session, keys=keys)


async def export_ledger(house: House, path: Path) -> None:
    """Write every entry as a line of JSON, for the standalone verifier."""
    with path.open("wb") as file:
        async with house.database.reading() as session:
            async for line in checkpoints.export(session):
                file.write(line)
