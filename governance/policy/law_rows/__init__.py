"""Every duty that we read in the law, with the rules that keep it or the reason why none does."""

from governance.policy.law_rows.citizens import CITIZENS
from governance.policy.law_rows.committee import COMMITTEE
from governance.policy.law_rows.ehds_people import EHDS_PEOPLE
from governance.policy.law_rows.ehds_use import EHDS_USE
from governance.policy.law_rows.research import RESEARCH
from governance.policy.law_rows.rights import RIGHTS
from governance.policy.law_rows.row import LawRow

LAW_ROWS: tuple[LawRow, ...] = EHDS_USE + EHDS_PEOPLE + RIGHTS + RESEARCH + CITIZENS + COMMITTEE
