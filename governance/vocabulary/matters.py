"""What an office works on, and who has a part in it: for finding things, never for judging them."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """Why a matter is somebody's. Whoever ever had a part keeps it here."""

    APPLICANT = "applicant"
    NAMED = "named"
