"""The manifest that travels in a package: totals only, in canonical JSON (RFC 8785).

It says which release this is, under which permit and rules, as of which instant, and what the
files are. It says nothing about anybody left out: reasons and counts by rule stay at home.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from governance.refusals import Refusal, Refused
from governance.storage.encoding import canonical
from governance.vocabulary.instants import Instant

FORMAT = "baimena-package/1"
FEWEST_TOLD = 10
"""Smaller counts of people are not told outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagedFile:
    """One file of a package."""

    name: str
    size: int
    """Bytes."""
    sha256: str
    content_digest: str | None
    """Of the values, so that a replay compares whatever wrote the file; None for an index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableTotals:
    """What the recipient is told of the table and of what disclosure control took."""

    rows: int
    columns: tuple[str, ...]
    k: int
    quasi_identifiers: tuple[str, ...]
    cells_blanked: int
    """Of people and quasi-identifiers; told as null where it is above 0 and below 10."""

    def plain(self) -> dict[str, Any]:
        """As it stands in the manifest."""
        told = self.cells_blanked == 0 or self.cells_blanked >= FEWEST_TOLD
        return {
            "rows": self.rows,
            "columns": list(self.columns),
            "k": self.k,
            "quasi_identifiers": list(self.quasi_identifiers),
            "cells_blanked": self.cells_blanked if told else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a package says of itself."""

    release_id: str
    permit_id: str
    """The handle by which the recipient knows the permit."""
    instant: Instant
    """(P, T): the position and the time at which the release was frozen."""
    rules: str
    """Version of the rule table that judged."""
    people: int
    files: tuple[PackagedFile, ...]
    table: TableTotals | None = None

    def to_bytes(self) -> bytes:
        """What is written, signed and hashed."""
        return canonical(
            {
                "format": FORMAT,
                "release": self.release_id,
                "permit": self.permit_id,
                "position": self.instant.position,
                "time": _time(self.instant.time),
                "rules": self.rules,
                "people": self.people,
                "table": self.table and self.table.plain(),
                "files": {
                    file.name: {
                        "size": file.size,
                        "sha256": file.sha256,
                        "content_digest": file.content_digest,
                    }
                    for file in self.files
                },
            }
        )


def read_files(manifest: bytes) -> tuple[PackagedFile, ...]:
    """The files a manifest speaks of. Raises Refused (``package-manifest-malformed``)."""
    try:
        plain = json.loads(manifest)
        if plain["format"] != FORMAT or canonical(plain) != manifest:
            raise ValueError
        return tuple(PackagedFile(name=name, **said) for name, said in plain["files"].items())
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused(Refusal("package-manifest-malformed")) from None


def _time(at: datetime) -> str:
    """ISO 8601 in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
