"""May this citizen's record leave? What she said, and for which study.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row with `since`, the old one gets `until`; ids are never reused. A case comes first.
Every row refuses by itself; all refusing rows are kept; an unknown fact refuses.
"""

from governance.policy.facts import Facts
from governance.policy.references import (
    EHDS,
    GDPR,
    LEY_14_2007,
    PROGRAMME,
    RD_1716_2011,
)
from governance.policy.verdict import Rule
from governance.vocabulary.people import Role
from governance.vocabulary.regimes import Regime, Scope

TOLD = frozenset({Role.CITIZEN, Role.AUDITOR, Role.DPO})

CONSENT: tuple[Rule[Facts], ...] = (
    Rule(
        id="R-01",
        says="Nothing is released about a citizen who was never asked for one of the cells used.",
        source=(PROGRAMME["promise"], LEY_14_2007["4.1"]),
        asks=Facts.citizen_was_never_asked,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0004",
    ),
    Rule(
        id="R-02",
        says="Nothing is released about a citizen who refuses one of the cells used.",
        source=(LEY_14_2007["5.3"], PROGRAMME["promise"]),
        asks=Facts.citizen_refused,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0004",
    ),
    Rule(
        id="R-03",
        says="A withdrawal stops every later release, whatever the permit's date.",
        source=(GDPR["7(3)"], LEY_14_2007["4.3"]),
        asks=Facts.citizen_withdrew,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0004",
    ),
    Rule(
        id="R-04",
        says="An answer counts until the end of its last day, and not after.",
        source=(PROGRAMME["expiry"],),
        asks=Facts.consent_expired,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0004",
    ),
    Rule(
        id="R-05",
        says="An answer given under a sheet that a major version replaced does not count.",
        source=(GDPR["7(1)"], PROGRAMME["sheets"]),
        asks=Facts.consent_is_under_replaced_sheet,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0004",
    ),
    Rule(
        id="R-06",
        says="An answer given for the citizen counts only while its giver may decide for her.",
        source=(RD_1716_2011["32.3"], LEY_14_2007["4.2"]),
        asks=Facts.consent_giver_lost_capacity,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0004",
    ),
    Rule(
        id="R-07",
        says="Under a programme permit, nothing is released about a citizen opted out now.",
        source=(PROGRAMME["opt-out"], LEY_14_2007["4.3"]),
        asks=Facts.citizen_is_opted_out,
        regime=Regime.PROGRAMME,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0005",
    ),
    Rule(
        id="R-08",
        says="Under an EHDS permit, nothing is released about a citizen who was opted out when "
        "it was issued.",
        source=(EHDS["71(3)"],),
        asks=Facts.citizen_was_opted_out_at_issue,
        regime=Regime.EHDS,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0005",
    ),
    Rule(
        id="R-09",
        says="A refusal of this study stands over every general answer.",
        source=(LEY_14_2007["5.3"], PROGRAMME["study-answers"]),
        asks=Facts.citizen_refused_this_study,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0004",
    ),
    Rule(
        id="R-10",
        says="A withdrawal from this study stands over every general answer.",
        source=(GDPR["7(3)"], PROGRAMME["study-answers"]),
        asks=Facts.citizen_withdrew_from_this_study,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0004",
    ),
    Rule(
        id="R-11",
        says="An answer to this study that no longer stands is not replaced by a general one.",
        source=(PROGRAMME["study-answers"],),
        asks=Facts.study_answer_no_longer_stands,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0004",
    ),
    Rule(
        id="R-12",
        says="Data go no farther than the citizen allows; never answered is a no.",
        source=(PROGRAMME["reach"],),
        asks=Facts.reach_is_too_short,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0004",
    ),
)
