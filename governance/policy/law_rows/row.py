"""One row of the law, and what keeps it here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Concern(StrEnum):
    """What a row of the law is about."""

    RELEASE = "release"
    ACCESS = "access"
    VISIBILITY = "visibility"
    DEADLINE = "deadline"
    INFORMATION = "information"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class LawRow:
    """A duty. ``kept`` are rule ids, or ``life/code`` where a life refuses what would break it.

    ``not_yet`` says why nothing keeps it, or which part of it nothing keeps.
    """

    id: str
    source: str
    says: str
    concern: Concern
    kept: tuple[str, ...]
    not_yet: str


def row(
    row_id: str, source: str, says: str, concern: Concern, *, kept: str = "", not_yet: str = ""
) -> LawRow:
    """A row as it is written in the tables: ``kept`` is a list of ids parted by spaces."""
    return LawRow(row_id, source, says, concern, tuple(kept.split()), not_yet)
