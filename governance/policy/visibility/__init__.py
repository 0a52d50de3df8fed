"""Who may see which field, and be told which reason? Hidden unless a row shows."""

from collections.abc import Iterable
from functools import lru_cache

from governance.policy.verdict import RuleSet, judge
from governance.policy.visibility.citizens import CITIZENS
from governance.policy.visibility.fields import FIELDS
from governance.policy.visibility.meetings import MEETINGS
from governance.policy.visibility.partners import PARTNERS
from governance.policy.visibility.permits import PERMITS
from governance.policy.visibility.public import PUBLIC
from governance.policy.visibility.reasons import REASONS
from governance.policy.visibility.requests import REQUESTS
from governance.policy.visibility_facts import (
    View,
    VisibilityFacts,
    VisibilityRule,
    question_of,
)
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

VISIBILITY: tuple[VisibilityRule, ...] = (
    CITIZENS + REQUESTS + MEETINGS + PERMITS + REASONS + PUBLIC + PARTNERS
)

RULES_OF_VIEW: dict[View, RuleSet[VisibilityFacts]] = {
    view: RuleSet(
        tuple(rule for rule in VISIBILITY if question_of(rule).view is view), None, closed=True
    )
    for view in View
}
"""The rows that concern each view, laid out for judging."""


@lru_cache(maxsize=4096)
def visible_fields(
    view: View, roles: frozenset[Role] | None, relations: frozenset[Relation] | None
) -> frozenset[str]:
    """The fields of that view that this reader sees; none where it is unknown who she is.

    ``roles`` are what she is, ``relations`` how she stands to the thing looked at.
    """
    rules = RULES_OF_VIEW[view]
    return frozenset(
        field
        for field in FIELDS[view]
        if judge(rules, VisibilityFacts(view, field, roles, relations)).allowed
    )


def reasons_told(
    refused_by: Iterable[str],
    roles: frozenset[Role] | None,
    relations: frozenset[Relation] | None,
) -> tuple[str, ...]:
    """Of the rules that refused, those that this reader may be told, in the same order.

    That something refused at all is not hidden by this: it is a field of ``View.VERDICT``.
    """
    told = visible_fields(View.REASONS, roles, relations)
    return tuple(rule_id for rule_id in refused_by if rule_id in told)
