"""Partners: the systems that may query us, and how far."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from governance.lives.programme.accounts import ISSUER
from governance.refusals import Refusal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event, NoFacts
from governance.vocabulary.people import SubjectId

# words
NAME = "programme-partners"
CLIENT_ID = re.compile(r"[ -~]{1,255}")
"""Visible ASCII characters and spaces. Source: RFC 6749, A.1."""


class PartnerScope(StrEnum):
    """What a partner system may ask."""

    VERDICTS = "ask-verdicts"
    CONSENTS = "read-consents"
    CHANGES = "read-changes"
    PERMITS = "read-permits"
    CATALOGUE = "read-catalogue"


@dataclass(frozen=True, slots=True)
class ProviderClient:
    """A program as its identity provider knows it: a machine, about nobody."""

    issuer: str
    client_id: str

    @property
    def well_formed(self) -> bool:
        """Whether a provider could call it so."""
        return bool(ISSUER.fullmatch(self.issuer) and CLIENT_ID.fullmatch(self.client_id))


# commands
@dataclass(frozen=True, slots=True, kw_only=True)
class _PartnerCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    partner_id: SubjectId

    @property
    def stream(self) -> str:
        """The partner itself."""
        return self.partner_id


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPartner(_PartnerCommand):
    """Let a system of another organisation ask within these scopes."""

    ACT: ClassVar[Act] = Act.REGISTER_PARTNER
    organisation: str
    scopes: frozenset[PartnerScope]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPartnerClient(_PartnerCommand):
    """Say as which client of which identity provider it comes; the one before is it no more."""

    ACT: ClassVar[Act] = Act.LINK_PARTNER_CLIENT
    client: ProviderClient


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePartnerScopes(_PartnerCommand):
    """Widen or narrow what it may ask."""

    ACT: ClassVar[Act] = Act.CHANGE_PARTNER_SCOPES
    scopes: frozenset[PartnerScope]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndPartner(_PartnerCommand):
    """From now on it may ask nothing."""

    ACT: ClassVar[Act] = Act.END_PARTNER


COMMANDS = (RegisterPartner, LinkPartnerClient, ChangePartnerScopes, EndPartner)


# events
@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRegistered(Event):
    """The partner may ask within these scopes."""

    CODE: ClassVar[str] = "programme.partner-registered.v1"
    organisation: str
    scopes: frozenset[PartnerScope]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerClientLinked(Event):
    """Whoever comes as this client is the partner."""

    CODE: ClassVar[str] = "programme.partner-client-linked.v1"
    client: ProviderClient


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerScopesChanged(Event):
    """These scopes replace the ones before."""

    CODE: ClassVar[str] = "programme.partner-scopes-changed.v1"
    scopes: frozenset[PartnerScope]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerEnded(Event):
    """The partner may ask nothing any more."""

    CODE: ClassVar[str] = "programme.partner-ended.v1"


EVENTS = (PartnerRegistered, PartnerClientLinked, PartnerScopesChanged, PartnerEnded)


# state
@dataclass(frozen=True, slots=True)
class State:
    """One partner."""

    organisation: str | None = None
    scopes: frozenset[PartnerScope] = frozenset()
    ended: bool = False
    client: ProviderClient | None = None
    """As which it comes; None while nobody said so."""

    @property
    def active(self) -> bool:
        """Registered and not ended."""
        return self.organisation is not None and not self.ended


EMPTY = State()
CODES = (
    "partner-exists",
    "partner-not-active",
    "scopes-empty",
    "organisation-empty",
    "client-malformed",
)
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("unknown", "programme.partner-registered.v1", "active"),
    ("active", "programme.partner-client-linked.v1", "active"),
    ("active", "programme.partner-scopes-changed.v1", "active"),
    ("active", "programme.partner-ended.v1", "ended"),
)


# decide
def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """Register once; change or end only what is active."""
    if isinstance(command, RegisterPartner):
        if state.organisation is not None:
            return Refusal("partner-exists", field="partner_id")
        if not command.organisation.strip():
            return Refusal("organisation-empty", field="organisation")
        if not command.scopes:
            return Refusal("scopes-empty", field="scopes")
        name, scopes = command.organisation, command.scopes
        return [PartnerRegistered(at=at, by=by, organisation=name, scopes=scopes)]
    if not state.active:
        return Refusal("partner-not-active", field="partner_id")
    match command:
        case LinkPartnerClient(client=client):
            if not client.well_formed:
                return Refusal("client-malformed", field="client")
            return [PartnerClientLinked(at=at, by=by, client=client)]
        case ChangePartnerScopes(scopes=scopes):
            if not scopes:
                return Refusal("scopes-empty", field="scopes")
            return [PartnerScopesChanged(at=at, by=by, scopes=scopes)]
        case EndPartner():
            return [PartnerEnded(at=at, by=by)]
        case _:
            raise TypeError(f"partners do not know {type(command).__name__}")


# evolve
def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case PartnerRegistered():
            return State(organisation=event.organisation, scopes=event.scopes)
        case PartnerClientLinked():
            return replace(state, client=event.client)
        case PartnerScopesChanged():
            return replace(state, scopes=event.scopes)
        case PartnerEnded():
            return replace(state, ended=True, scopes=frozenset())
        case _:
            return state
