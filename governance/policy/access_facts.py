"""The facts on which the access table is judged, and the two kinds of row it has: may and never."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from governance.policy.references import Reference
from governance.policy.verdict import Effect, Rule, RuleSet
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation


@dataclass(frozen=True, slots=True)
class AccessFacts:
    """Who wants to do what, and how she stands to it. None is unknown, and refuses."""

    act: Act
    roles: frozenset[Role] | None
    relations: frozenset[Relation] | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The question of a row: does the actor have one of these roles and all of these relations?

    No roles named means any role, no relations named means none needed.
    """

    acts: frozenset[Act]
    roles: frozenset[Role]
    relations: frozenset[Relation]

    def __call__(self, facts: AccessFacts) -> bool | None:
        """True, False, or None where roles or relations could not be established."""
        if facts.act not in self.acts:
            return False
        if facts.roles is None or facts.relations is None:
            return None
        has_role = not self.roles or not self.roles.isdisjoint(facts.roles)
        return has_role and self.relations <= facts.relations


AccessRule = Rule[AccessFacts]


def may(
    rule_id: str,
    says: str,
    acts: Iterable[Act],
    source: tuple[Reference, ...],
    *,
    roles: Iterable[Role] = (),
    relations: Iterable[Relation] = (),
) -> AccessRule:
    """A row that grants: somebody in one of these roles, and standing so, may do these acts."""
    return _row(rule_id, says, acts, source, roles, relations, Effect.GRANTS)


def never(
    rule_id: str,
    says: str,
    acts: Iterable[Act],
    source: tuple[Reference, ...],
    *,
    roles: Iterable[Role] = (),
    relations: Iterable[Relation] = (),
) -> AccessRule:
    """A row that overrides every grant: whoever stands so never does these acts."""
    return _row(rule_id, says, acts, source, roles, relations, Effect.REFUSES)


def _row(
    rule_id: str,
    says: str,
    acts: Iterable[Act],
    source: tuple[Reference, ...],
    roles: Iterable[Role],
    relations: Iterable[Relation],
    effect: Effect,
) -> AccessRule:
    question = Standing(frozenset(acts), frozenset(roles), frozenset(relations))
    return Rule(id=rule_id, says=says, source=source, asks=question, effect=effect)


def acts_of(rule: AccessRule) -> frozenset[Act]:
    """The acts that a row of the access table is about."""
    question = rule.asks
    return question.acts if isinstance(question, Standing) else frozenset()


def by_act(table: tuple[AccessRule, ...]) -> dict[Act, RuleSet[AccessFacts]]:
    """The rows of each act. An act without any row is closed to everybody."""
    return {
        act: RuleSet(tuple(rule for rule in table if act in acts_of(rule)), None, closed=True)
        for act in Act
    }
