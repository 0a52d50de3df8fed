"""The facts on which the visibility table is judged, and its two kinds of row: see and hide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from governance.policy.references import Reference
from governance.policy.verdict import Effect, Rule
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation


class View(StrEnum):
    """What can be looked at. Each field of a view is hidden until a row shows it."""

    CITIZEN = "citizen-record"
    CONSENTS = "consents"
    USES = "uses-of-my-data"
    MANDATE = "mandate"
    """For whom somebody decides: the little that she must know of that person."""
    SHEET = "information-sheet"
    """A published version; drafts are nobody's view."""
    DATASET = "dataset"
    REQUEST = "access-request"
    REVIEW = "ethics-review"
    MEETING = "ethics-meeting"
    PERMIT = "permit"
    RELEASE = "release"
    REASONS = "reasons"
    """Its fields are the ids of the release table: may this reader be told that it refused?"""
    VERDICT = "verdict"
    REGISTER = "public-register"
    LEDGER = "ledger"
    STAFF = "staff"
    ACCESS_LOG = "access-log"
    """Reads of records, by everybody of everything."""
    WEBHOOK = "webhook"
    """Where a partner system is told of changes."""
    PROGRAMME = "programme"
    """How questions of law are settled, whether releases are stopped, which keys there are."""


@dataclass(frozen=True, slots=True)
class VisibilityFacts:
    """Who looks at which field, and how she stands to the thing. None is unknown, and hides."""

    view: View
    field: str
    roles: frozenset[Role] | None
    relations: frozenset[Relation] | None


@dataclass(frozen=True, slots=True)
class Seeing:
    """The question of a row: one of these roles, all of these relations, one of those?

    What is not named is not needed.
    """

    view: View
    fields: frozenset[str]
    roles: frozenset[Role]
    relations: frozenset[Relation]
    one_of: frozenset[Relation]

    def __call__(self, facts: VisibilityFacts) -> bool | None:
        """True, False, or None where roles or relations could not be established."""
        if facts.view is not self.view or facts.field not in self.fields:
            return False
        if facts.roles is None or facts.relations is None:
            return None
        has_role = not self.roles or not self.roles.isdisjoint(facts.roles)
        has_one = not self.one_of or not self.one_of.isdisjoint(facts.relations)
        return has_role and has_one and self.relations <= facts.relations


VisibilityRule = Rule[VisibilityFacts]


def see(
    rule_id: str,
    says: str,
    view: View,
    fields: Iterable[str],
    source: tuple[Reference, ...],
    *,
    roles: Iterable[Role] = (),
    relations: Iterable[Relation] = (),
    one_of: Iterable[Relation] = (),
) -> VisibilityRule:
    """A row that shows: whoever stands so sees these fields of this view."""
    question = Seeing(
        view, frozenset(fields), frozenset(roles), frozenset(relations), frozenset(one_of)
    )
    return Rule(id=rule_id, says=says, source=source, asks=question, effect=Effect.GRANTS)


def hide(
    rule_id: str,
    says: str,
    view: View,
    fields: Iterable[str],
    source: tuple[Reference, ...],
    *,
    one_of: Iterable[Relation],
) -> VisibilityRule:
    """A row that overrides every other: whoever stands so never sees these fields."""
    question = Seeing(view, frozenset(fields), frozenset(), frozenset(), frozenset(one_of))
    return Rule(id=rule_id, says=says, source=source, asks=question, effect=Effect.REFUSES)


def question_of(rule: VisibilityRule) -> Seeing:
    """The question of a row of this table. Raises TypeError for a row of another."""
    if not isinstance(rule.asks, Seeing):
        raise TypeError(f"{rule.id} is no row of the visibility table")
    return rule.asks
