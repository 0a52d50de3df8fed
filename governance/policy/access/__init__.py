"""Who may carry out which act, in which state? Refused unless a row grants."""

from dataclasses import replace
from functools import lru_cache

from governance.policy.access.choices import CHOICES
from governance.policy.access.ethics import ETHICS_DESK
from governance.policy.access.oversight import OVERSIGHT
from governance.policy.access.partners import PARTNERS
from governance.policy.access.people import PEOPLE
from governance.policy.access.permits import PERMITS_DESK
from governance.policy.access.programme import PROGRAMME_DESK
from governance.policy.access.reading import READING
from governance.policy.access.requests import REQUESTS
from governance.policy.access.tokens import TOKENS
from governance.policy.access_facts import AccessFacts, AccessRule, Standing, by_act
from governance.policy.verdict import Effect, RuleSet, Verdict, judge
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

ACCESS: tuple[AccessRule, ...] = (
    CHOICES
    + PEOPLE
    + REQUESTS
    + ETHICS_DESK
    + PERMITS_DESK
    + PROGRAMME_DESK
    + READING
    + OVERSIGHT
    + TOKENS
    + PARTNERS
)

RULES_OF_ACT = by_act(ACCESS)
"""The rows that concern each act, laid out for judging."""
OF_A_TOKEN = RuleSet(TOKENS, None)
"""What holds whatever a program asks about: for lists, of which each thing is judged by itself."""


@lru_cache(maxsize=4096)  # the same roles and ties come again and again
def verdict_on(facts: AccessFacts) -> Verdict:
    """Whether the act of these facts may be done, by every row that concerns it."""
    return judge(RULES_OF_ACT[facts.act], facts)


def granted_once_confirmed(facts: AccessFacts) -> tuple[str, ...]:
    """The rows that would grant a refused act, had she confirmed anew who she is.

    None where more than that is missing, so that nobody learns by it what else there is.
    Source: ENS op.acc.6.
    """
    if facts.relations is None:
        return ()
    confirmed = replace(facts, relations=facts.relations | {Relation.STEPPED_UP})
    if not verdict_on(confirmed).allowed:
        return ()
    granting = (rule for rule in RULES_OF_ACT[facts.act].rules if rule.effect is Effect.GRANTS)
    return tuple(rule.id for rule in granting if rule.asks(confirmed))


@lru_cache(maxsize=256)
def acts_within(
    roles: frozenset[Role], *, never: frozenset[Relation] = frozenset()
) -> frozenset[Act]:
    """The acts that some row grants to these roles, however one would have to stand to a thing.

    Rows of those who stand so as is ``never`` the case are left out. For menus only: whether she
    may, here and now, is judged with everything known.
    """
    return frozenset(
        act
        for rule in ACCESS
        if rule.effect is Effect.GRANTS and isinstance(rule.asks, Standing)
        if not rule.asks.roles or rule.asks.roles & roles
        if rule.asks.relations.isdisjoint(never)
        for act in rule.asks.acts
    )
