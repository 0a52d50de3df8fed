"""May this release leave at all? The ethics committee behind the permit.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row with `since`, the old one gets `until`; ids are never reused. A case comes first.
Every row refuses by itself; all refusing rows are kept; an unknown fact refuses.
"""

from governance.policy.facts import Facts
from governance.policy.references import LEY_14_2007, LOPDGDD, PROGRAMME, RD_1090_2015
from governance.policy.verdict import Rule
from governance.vocabulary.people import Role

TOLD = frozenset({Role.RESEARCHER, Role.OFFICER, Role.RELEASE_OFFICER, Role.AUDITOR, Role.DPO})

ETHICS: tuple[Rule[Facts], ...] = (
    Rule(
        id="R-45",
        says="Nothing leaves without a favourable decision of the ethics committee in force.",
        source=(
            LEY_14_2007["12.2(e)"],
            LEY_14_2007["16"],
            LOPDGDD["DA17.2.g"],
        ),
        asks=Facts.no_favourable_ethics_decision,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-46",
        says="A modified protocol needs a new favourable decision.",
        source=(LEY_14_2007["16"],),
        asks=Facts.ethics_decided_another_protocol,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-47",
        says="Nothing leaves while a condition of the committee has no accepted evidence.",
        source=(
            LEY_14_2007["12.2(e)"],
            PROGRAMME["conditions"],
        ),
        asks=Facts.ethics_conditions_are_open,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-48",
        says="A decision takes effect with the approved minutes of its meeting.",
        source=(RD_1090_2015["16.6"],),
        asks=Facts.ethics_decision_has_no_minutes,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
)
