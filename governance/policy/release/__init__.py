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
