"""What becomes of a request's credentials: somebody who asks, or a denial."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from governance.principals import PUBLIC, Principal
from graph.authentication.step_up import StepUp

REALM = "baimena"


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody whom a token names, or anybody where there was none."""

    principal: Principal
    client_id: str = ""
    """The program that asks, as its provider calls it; empty where nobody said."""
    scopes: frozenset[str] = frozenset()
    """What the token allows, of what we know: the principal carries the same."""
    expires: datetime | None = None
    """When the token ends."""
    step_up: StepUp | None = None
    """What confirms identity anew, for whoever can: a machine has none to confirm."""


ANYBODY = Asker(PUBLIC)
"""A request without credentials: it reads what everybody reads."""


class Fault(StrEnum):
    """Why a request is denied, in the words of RFC 6750, 3.1; they are all that is told."""

    MISSING = ""
    """Credentials of another kind, so that there is no token to speak of."""
    INVALID_REQUEST = "invalid_request"
    INVALID_TOKEN = "invalid_token"
    INSUFFICIENT_SCOPE = "insufficient_scope"


STATUS = {
    Fault.MISSING: 401,
    Fault.INVALID_REQUEST: 400,
    Fault.INVALID_TOKEN: 401,
    Fault.INSUFFICIENT_SCOPE: 403,
}


@dataclass(frozen=True, slots=True)
class Denied:
    """Nobody asks anything by this request."""

    fault: Fault

    @property
    def status(self) -> int:
        """The status of the answer."""
        return STATUS[self.fault]

    @property
    def challenge(self) -> str:
        """The value of ``WWW-Authenticate``."""
        realm = f'Bearer realm="{REALM}"'
        return f'{realm}, error="{self.fault}"' if self.fault else realm
