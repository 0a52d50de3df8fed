"""The house: what the service needs of the world, in one value. The only clock is here."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from governance.storage.database import Database
from governance.storage.keys import KeyFolder


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

    @property
    def sources(self) -> Path:
        """Imported files, each under the SHA-256 of its bytes."""
        return self.data / "sources"

    @property
    def packages(self) -> Path:
        """Delivered packages, and private folders of releases being built."""
        return self.data / "packages"


def open_house(
    url: str, *, keys: Path, secret: str, data: Path, clock: Callable[[], datetime] = system_clock
) -> House:
    """The house at these places. Raises ValueError for a database that nobody knows."""
    return House(Database(url), KeyFolder(keys, secret=secret), data, clock)
