"""The house: what the service needs of the world, in one value. The only clock is here."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from governance.settings import UnusableSettings
from governance.storage.database import Database, Fault
from governance.storage.keys import KeyFolder, KeyFolderUnsafe, KeyUnreadable

LEDGER_NAME = "baimena.example/ledger"
FAULTS = {
    Fault.UNREACHABLE: "the database cannot be reached",
    Fault.NO_TABLES: "no tables yet: `baimena migrate` makes them",
}


def system_clock() -> datetime:
    """The time now, aware UTC, to the microsecond."""
    return datetime.now(UTC)


def new_secret() -> str:
    """A secret for a folder of keys, as text: 128 random bits."""
    return secrets.token_hex(16)


def new_id() -> str:
    """128 random bits as 32 hexadecimal characters: subjects, requests, permits, releases."""
    return secrets.token_hex(16)


@dataclass(frozen=True)
class House:
    """One database, one folder of keys, one folder of packages, and one clock."""

    database: Database
    keys: KeyFolder
    data: Path
    """Sources under ``sources/``, packages under ``packages/``; mode 0700."""
    clock: Callable[[], datetime] = field(default=system_clock)
    checkpoints: Path | None = None
    """Where signed checkpoints are held outside; None: nowhere."""
    ledger_name: str = LEDGER_NAME
    """What the ledger and its key are called in checkpoints (C2SP tlog-checkpoint, origin)."""

    @property
    def sources(self) -> Path:
        """Imported files, each under the SHA-256 of its bytes."""
        return self.data / "sources"

    @property
    def packages(self) -> Path:
        """Delivered packages, and private folders of releases being built."""
        return self.data / "packages"


def open_house(
    url: str,
    *,
    keys: Path,
    secret: str,
    data: Path,
    clock: Callable[[], datetime] = system_clock,
    checkpoints: Path | None = None,
    ledger_name: str = LEDGER_NAME,
) -> House:
    """The house at these places.

    Raises ValueError for a database that nobody knows, and UnusableSettings for a folder of keys
    that others can open, or whose keys another secret wraps.
    """
    try:
        folder = KeyFolder(keys, secret=secret)
    except (KeyFolderUnsafe, KeyUnreadable) as error:
        raise UnusableSettings((("BAIMENA_KEYS", str(error)),)) from None
    return House(Database(url), folder, data, clock, checkpoints, ledger_name)


async def require_tables(house: House, *, new: bool = False) -> None:
    """Raises UnusableSettings where the database cannot be reached, or has no tables yet, as only
    a ``new`` one may."""
    fault = await house.database.fault()
    if fault is not None and not (new and fault is Fault.NO_TABLES):
        raise UnusableSettings((("BAIMENA_DATABASE_URL", FAULTS[fault]),))
