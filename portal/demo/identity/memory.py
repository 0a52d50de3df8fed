"""What this provider remembers while it runs: requests under way, codes, sessions."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from portal.demo.identity.personas import Session

CODE_LASTS, REQUEST_LASTS = 60, 600


class _Ends(Protocol):
    ends: float


K = TypeVar("K")
E = TypeVar("E", bound=_Ends)


@dataclass(slots=True)
class Code:
    """A code that was given out; the names are those that Authlib asks for."""

    client_id: str
    redirect_uri: str
    scope: str
    nonce: str
    code_challenge: str
    session: Session
    auth_time: int
    acr: str
    code_challenge_method: str = "S256"
    ends: float = field(default_factory=lambda: time.time() + CODE_LASTS)

    def get_redirect_uri(self) -> str:
        """Where it was sent."""
        return self.redirect_uri

    def get_scope(self) -> str:
        """What was asked for."""
        return self.scope

    def get_nonce(self) -> str:
        """What ties the id token to the browser that began."""
        return self.nonce

    def get_auth_time(self) -> int:
        """When she showed who she is."""
        return self.auth_time

    def get_acr(self) -> str:
        """How she did."""
        return self.acr

    def get_amr(self) -> None:
        """Nothing more is known of it."""
        return


@dataclass(slots=True)
class Asked:
    """A request that waits until somebody has clicked, in the browser that brought it."""

    params: list[tuple[str, str]]
    browser: str
    session: Session | None = None
    """Whom this request is answered with, once she is chosen."""
    answer: str | None = None
    """Where the browser was sent."""
    ends: float = field(default_factory=lambda: time.time() + REQUEST_LASTS)


@dataclass
class Memory:
    """All of it. A restart forgets everybody."""

    sessions: dict[str, Session] = field(default_factory=dict)
    """By the id in the browser's cookie."""
    asked: dict[str, Asked] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    nonces: set[tuple[str, str]] = field(default_factory=set)

    def keep_asked(self, params: list[tuple[str, str]], browser: str) -> str:
        """Remember a request; the id under which it waits."""
        forget_old(self.asked)
        asked = secrets.token_urlsafe(16)
        self.asked[asked] = Asked(params, browser)
        return asked

    def keep_code(self, value: str, code: Code) -> None:
        """Remember a code, and that its nonce was used."""
        forget_old(self.codes)
        self.codes[value] = code
        self.nonces.add((code.client_id, code.nonce))

    def take_code(self, value: Any, client_id: str) -> Code | None:
        """A code is gone when somebody shows it, rightly or not."""
        code = self.codes.pop(value, None) if isinstance(value, str) else None
        if code is None or code.client_id != client_id or code.ends < time.time():
            return None
        return code


def forget_old(kept: dict[K, E]) -> None:
    """Drop what is over."""
    now = time.time()
    for key in [key for key, one in kept.items() if one.ends < now]:
        del kept[key]
