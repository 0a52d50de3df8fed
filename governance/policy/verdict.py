"""The one evaluator. Rules are rows; ``judge`` is the only place where they are evaluated.

Default refuse; refusals override; every refusing rule is kept; a fact that could not be established
refuses (``fact-unknown``). No priorities, no inheritance, no wildcards.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Generic, TypeVar

from governance.policy.references import Reference
from governance.vocabulary.people import Role
from governance.vocabulary.regimes import Regime, Scope

F = TypeVar("F")
Question = Callable[[F], bool | None]
"""A named question about facts: yes, no, or unknown."""


class Effect(StrEnum):
    """What a row does when its question is answered with yes."""

    REFUSES = "refuses"
    GRANTS = "grants"


# A row is itself and no other: comparing by identity keeps the look-up of a whole table cheap.
@dataclass(frozen=True, kw_only=True, eq=False)
class Rule(Generic[F]):
    """One sentence of law. ``since`` and ``until`` (exclusive) bound it where the law changes."""

    id: str
    says: str
    source: tuple[Reference, ...]
    asks: Question[F]
    effect: Effect = Effect.REFUSES
    regime: Regime | None = None
    scope: Scope = Scope.WHOLE
    since: date | None = None
    until: date | None = None
    tell: frozenset[Role] = frozenset()
    decided_in: str = ""

    def in_force(self, regime: Regime | None, day: date) -> bool:
        """Whether this row counts under that regime on that day.

        Under a regime that could not be established the rows of every regime count.
        """
        if regime is not None and self.regime not in (None, regime):
            return False
        if self.since is not None and day < self.since:
            return False
        return self.until is None or day < self.until


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of rules: allowed only if nothing refused and nothing needed was unknown."""

    allowed: bool
    refused_by: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """Rules that refuse because their fact could not be established."""
    regime: Regime | None = None


@dataclass(frozen=True)
class RuleSet(Generic[F]):
    """The rows in force, laid out for judging: built once, used many times."""

    rules: tuple[Rule[F], ...]
    regime: Regime | None
    closed: bool = False
    """Whether the table grants by rows, so that no granting row means refused."""
    refusing: tuple[tuple[str, Question[F]], ...] = field(init=False, default=())
    granting: tuple[Question[F], ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        refusing = tuple((r.id, r.asks) for r in self.rules if r.effect is Effect.REFUSES)
        granting = tuple(r.asks for r in self.rules if r.effect is Effect.GRANTS)
        object.__setattr__(self, "refusing", refusing)
        object.__setattr__(self, "granting", granting)


NO_ROW_GRANTS = "default"
"""The id reported where no row of a closed table grants."""


@lru_cache(maxsize=1024)
def rules_in_force(
    table: tuple[Rule[F], ...],
    regime: Regime | None,
    day: date,
    scope: Scope | None = None,
) -> RuleSet[F]:
    """The rows of a table that count under that regime on that day, for that scope."""
    rows = (r for r in table if r.in_force(regime, day) and scope in (None, r.scope))
    return RuleSet(tuple(rows), regime)


def judge(rules: RuleSet[F], facts: F) -> Verdict:
    """Evaluate every row. Allowed only if no row refuses, none is unknown, and a row grants."""
    against = [
        (rule_id, answer)
        for rule_id, question in rules.refusing
        if (answer := question(facts)) is not False
    ]
    if not against and not rules.closed:
        return Verdict(True, regime=rules.regime)
    if rules.closed and not any(question(facts) for question in rules.granting):
        against.append((NO_ROW_GRANTS, True))
    return Verdict(
        not against,
        tuple(rule_id for rule_id, _ in against),
        tuple(rule_id for rule_id, answer in against if answer is None),
        rules.regime,
    )


def version_of(tables: Iterable[tuple[Rule[Any], ...]]) -> str:
    """A short digest of every row's id, wording, bounds and sources, for manifests."""
    digest = hashlib.sha256()
    for table in tables:
        for rule in table:
            row = (
                rule.id,
                rule.says,
                rule.effect,
                rule.regime,
                rule.since,
                rule.until,
                rule.source,
            )
            digest.update(repr(row).encode())
    return digest.hexdigest()[:16]
