"""When identity counts as confirmed anew, and what a token has to say for it (RFC 9470)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from graph.authentication.tokens import LEEWAY, Claims


@dataclass(frozen=True, slots=True)
class StepUp:
    """When identity counts as confirmed anew: for a token as for a session of the portal."""

    lasts: timedelta
    acr: str = ""
    """What ``acr`` must say; empty: a fresh sign-in is enough."""

    @property
    def acr_values(self) -> list[str]:
        """What to ask the provider for, as its parameter of that name."""
        return [self.acr] if self.acr else []

    @property
    def max_age(self) -> int:
        """How old ``auth_time`` may be, in seconds."""
        return int(self.lasts.total_seconds())

    def holds(self, claims: Claims, *, at: datetime) -> bool:
        """Whether she has shown who she is, strongly enough and not long ago."""
        then = claims.told.get("auth_time")
        if isinstance(then, bool) or not isinstance(then, int):
            return False
        since = at.timestamp() - then
        strong_enough = self.acr in ("", claims.told.get("acr"))
        return strong_enough and -LEEWAY.total_seconds() <= since < self.lasts.total_seconds()
