"""What is shown of a decision whether records may leave, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from governance.policy.references import Reference
from governance.views.question import Shown
from governance.vocabulary.instants import Instant
from governance.vocabulary.purposes import Cell
from governance.vocabulary.regimes import Regime


@dataclass(frozen=True, slots=True)
class Named:
    """A citizen by the identifier that an issuer gave her."""

    issuer: str
    identifier: str


class WhyNot(StrEnum):
    """What everybody who may ask is told of a record that may not leave."""

    REFUSED = "refused"
    """A rule refuses, about her or about the use itself."""
    NOT_KNOWN = "not-known"
    """Nobody bears this name, or nobody about whom this reader may ask: nothing may leave."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that refused, and that this reader may be told."""

    rule: str
    """Its id, such as ``R-03``."""
    says: str
    """The rule in one sentence."""
    sources: tuple[Reference, ...]
    """The articles on which it rests."""
    unknown: bool
    """Whether it refuses because what it asks could not be established."""


@dataclass(frozen=True, slots=True)
class UseJudged:
    """The verdict of the rules about the use itself: permit, ethics, purpose, datasets, stops."""

    allowed: bool
    reasons: tuple[Reason, ...]
    """Of the rules that refused, those that this reader may be told."""
    not_judged: tuple[str, ...]
    """Ids of rules about which only a prepared release says anything: who asked for it, prepared
    and signed it, where it goes, and how many it holds. They are judged when there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Shown):
    """Whether one citizen's record may leave. Without ``id``: she is whom the asker named."""

    allowed: bool | None = None
    """No rule refuses, neither about her nor about the use itself."""
    why_not: WhyNot | None = None
    """None where it may leave."""
    reasons: tuple[Reason, ...] | None = None
    """Of the rules about her that refused, those that this reader may be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(Shown):
    """What every decision says of itself. ``id`` is the permit."""

    cells: frozenset[Cell] = frozenset()
    """The cells that were judged, all of which a citizen must allow."""
    datasets: frozenset[str] = frozenset()
    """The datasets that were judged."""
    instant: Instant | None = None
    """(P, T): what the ledger held at its position, judged as of its time."""
    regime: Regime | None = None
    """The body of law that decided: a fact of the permit."""
    rules: str | None = None
    """Which version of the tables of rules judged, as manifests of releases name it."""
    whole: UseJudged | None = None
    """The use itself, judged once, apart from everybody concerned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleDecided(Decided):
    """Decisions about people, in the order in which they were named."""

    people: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people the register knows, and about how many no rule about them refuses.

    The verdict on the use itself does not count here. A part of fewer than ten people is None for
    most readers, and so is what would give it away.
    """

    known: int | None
    allowed: int | None
    refused: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PopulationDecided(Decided):
    """A decision about everyone, in numbers."""

    counts: Counts | None = None
    counts_by_rule: Mapping[str, int] | None = None
    """How many each rule refuses, by its id; one citizen may count for several. Exact: for officers
    and whoever checks them."""
