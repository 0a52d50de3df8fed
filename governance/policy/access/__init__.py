"""Who may carry out which act, in which state? Refused unless a row grants."""

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
from governance.policy.access_facts import AccessRule, Standing, by_act
from governance.policy.verdict import Effect, RuleSet
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role

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


@lru_cache(maxsize=256)
def acts_within(roles: frozenset[Role]) -> frozenset[Act]:
    """The acts that some row grants to these roles, however one would have to stand to a thing.

    For menus only: whether she may, here and now, is judged with everything known.
    """
    return frozenset(
        act
        for rule in ACCESS
        if rule.effect is Effect.GRANTS and isinstance(rule.asks, Standing)
        if not rule.asks.roles or rule.asks.roles & roles
        for act in rule.asks.acts
    )
