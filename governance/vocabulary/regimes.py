"""Which body of law decides about a permit."""

from __future__ import annotations

from enum import StrEnum


class Regime(StrEnum):
    """Fixed for a permit at its first issue, by date and data (``policy/regimes.py``)."""

    PROGRAMME = "programme"
    """Ley 14/2007 with LOPDGDD additional provision 17."""
    EHDS = "ehds"
    """Regulation (EU) 2025/327, Chapter IV."""


class Scope(StrEnum):
    """What a rule of the release table is about."""

    WHOLE = "whole-release"
    CITIZEN = "one-citizen"
