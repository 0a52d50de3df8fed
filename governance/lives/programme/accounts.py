"""Accounts: who is meant by an identity provider's ``sub``, where somebody had to say so.

A citizen is found by the identifier that her provider vouches for; nobody records it. Staff are in
no register: a steward says whose account is whose, and that is an entry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from governance.refusals import Refusal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event, NoFacts
from governance.vocabulary.erasable import FreeText, text
from governance.vocabulary.people import SubjectId

# words
NAME = "programme-accounts"
ISSUER = re.compile(r"https?://[!-~]{1,500}")
SUB = re.compile(r"[!-~][ -~]{0,254}")
"""At most 255 ASCII characters. Source: OpenID Connect Core 1.0, 2."""
PERSON = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class ProviderAccount:
    """One account at one identity provider. Erasable: the ledger keeps a digest of its text."""

    issuer: str
    sub: str

    def __str__(self) -> str:
        """``https://id.example.org 0123``, the text that is kept beside the ledger."""
        return f"{self.issuer} {self.sub}"

    @property
    def well_formed(self) -> bool:
        """Whether a provider could say so."""
        return bool(ISSUER.fullmatch(self.issuer) and SUB.fullmatch(self.sub))

    @staticmethod
    def parse(text: str) -> ProviderAccount:
        """Read the form that ``str`` writes; an issuer holds no space."""
        issuer, _, sub = text.partition(" ")
        return ProviderAccount(issuer, sub)


# commands
@dataclass(frozen=True, slots=True, kw_only=True)
class LinkAccount(Command):
    """Say that whoever signs in with this account is this person."""

    ACT: ClassVar[Act] = Act.LINK_ACCOUNT
    FACTS: ClassVar[type] = NoFacts
    person: SubjectId
    account: ProviderAccount

    @property
    def stream(self) -> str:
        """The accounts of that person."""
        return self.person


COMMANDS = (LinkAccount,)


# events
@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLinked(Event):
    """From now on whoever signs in with this account is the person of this stream."""

    CODE: ClassVar[str] = "programme.account-linked.v1"
    account: FreeText


EVENTS = (AccountLinked,)


# state
@dataclass(frozen=True, slots=True)
class State:
    """Whether somebody said so for this person; what she said is beside the ledger."""

    linked: bool = False


EMPTY = State()
CODES = ("account-malformed", "person-malformed")
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("unlinked", "programme.account-linked.v1", "linked"),
    ("linked", "programme.account-linked.v1", "linked"),
)


# decide
def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """An account may be linked again: the newest word stands, whoever it was before."""
    if not isinstance(command, LinkAccount):
        raise TypeError(f"accounts do not know {type(command).__name__}")
    if not command.account.well_formed:
        return Refusal("account-malformed", field="account")
    if not PERSON.fullmatch(command.person):
        return Refusal("person-malformed", field="person")
    return [AccountLinked(at=at, by=by, account=text(str(command.account)))]


# evolve
def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    return State(linked=True) if isinstance(event, AccountLinked) else state
