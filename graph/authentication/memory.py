"""Whose a token is, remembered for a moment: programs ask often, and nothing of it changes often.

Only who it is is remembered. What she may do is read from the ledger at each act, so that a role,
a partner or a scope that ended meanwhile is of no use; and the times of the token count each time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from governance.vocabulary.people import Role, SubjectId
from graph.authentication.tokens import Claims

LASTS = 2.0
"""Seconds."""
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Recognised:
    """A verified token, and whose it is."""

    claims: Claims
    subject: SubjectId
    scopes: frozenset[str]
    """Of what the token allows, what we know."""
    machine_role: Role | None = None


class Memory:
    """Tokens by their digest; those that were refused are never here."""

    def __init__(self, elapsed: Callable[[], float]) -> None:
        """``elapsed`` counts seconds from any begin."""
        self._elapsed = elapsed
        self._known: dict[bytes, tuple[float, Recognised]] = {}

    def of(self, token: str) -> Recognised | None:
        """Whose it was a moment ago; None where it must be looked at."""
        kept = self._known.get(_digest(token))
        return kept[1] if kept and self._elapsed() - kept[0] < LASTS else None

    def keep(self, token: str, found: Recognised) -> None:
        """For a moment; when there are too many, none."""
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[_digest(token)] = (self._elapsed(), found)


def _digest(token: str) -> bytes:
    return sha256(token.encode()).digest()
