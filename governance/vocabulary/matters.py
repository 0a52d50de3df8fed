"""What an office works on, and who has a part in it: for finding things, never for judging."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """Why a matter is somebody's. Whoever ever had a part keeps it here."""

    APPLICANT = "applicant"
    NAMED = "named"


class Order(StrEnum):
    """In which order a list is wanted."""

    DUE_FIRST = "due-first"
    """What is due soonest first, then what has no such day."""
    NEWEST_FIRST = "newest-first"
    OLDEST_FIRST = "oldest-first"
