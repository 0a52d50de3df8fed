"""May this record leave, for this permit, now? One table, split by what its rows look at."""

from governance.policy.facts import Facts
from governance.policy.release.consent import CONSENT
from governance.policy.release.ethics import ETHICS
from governance.policy.release.people_at_work import PEOPLE_AT_WORK
from governance.policy.release.permit import PERMIT
from governance.policy.release.persons import PERSONS
from governance.policy.release.use import USE
from governance.policy.verdict import Rule

RELEASE: tuple[Rule[Facts], ...] = CONSENT + PERSONS + PERMIT + USE + ETHICS + PEOPLE_AT_WORK

OF_A_RECIPE = frozenset({"R-39", "R-49", "R-51", "R-52", "R-53", "R-54", "R-55", "R-57"})
"""Rules about who asks, prepares and signs, where it would go, and how many it would hold: only a
recipe says so, and before one is laid down nobody can judge them."""

BEFORE_A_RECIPE = tuple(rule for rule in RELEASE if rule.id not in OF_A_RECIPE)
"""What can be judged of a use that nobody has prepared yet."""
