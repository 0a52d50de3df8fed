"""Who can be somebody here: personas, and what their sessions at this provider are."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from governance.vocabulary.people import Language

ONE_CLICK = "urn:baimena:demo:one-click"
CONFIRMED = "urn:baimena:demo:confirmed"
"""What ``acr`` says after one click, and after the second by which identity is confirmed anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Somebody invented, whom one click signs in."""

    sub: str
    name: str
    is_somebody: Mapping[Language, str]
    """What she is, in a few words of each language: the list shows it beside her name."""
    claims: Mapping[str, Any] = field(default_factory=dict)
    """What the id token says of her besides her name."""


@dataclass(slots=True)
class Session:
    """One browser in which a persona is signed in at this provider."""

    persona: Persona
    acr: str = ONE_CLICK
    auth_time: int = field(default_factory=lambda: int(time.time()))
    sid: str = field(default_factory=lambda: secrets.token_hex(16))
    clients: set[str] = field(default_factory=set)
    """Which clients took part, and are told when it ends."""

    def get_user_id(self) -> str:
        """As Authlib asks for it."""
        return self.persona.sub

    def confirm(self) -> None:
        """She has just shown again who she is."""
        self.acr, self.auth_time = CONFIRMED, int(time.time())
