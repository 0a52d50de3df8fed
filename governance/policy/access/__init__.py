"""Who may carry out which act, in which state? Refused unless a row grants."""

from governance.policy.access.choices import CHOICES
from governance.policy.access.ethics import ETHICS_DESK
from governance.policy.access.people import PEOPLE
from governance.policy.access.permits import PERMITS_DESK
from governance.policy.access.programme import PROGRAMME_DESK
from governance.policy.access.reading import READING
from governance.policy.access.requests import REQUESTS
from governance.policy.access_facts import AccessRule, by_act

ACCESS: tuple[AccessRule, ...] = (
    CHOICES + PEOPLE + REQUESTS + ETHICS_DESK + PERMITS_DESK + PROGRAMME_DESK + READING
)

RULES_OF_ACT = by_act(ACCESS)
"""The rows that concern each act, laid out for judging."""
