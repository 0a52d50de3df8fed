"""May this release leave at all? The permit behind it.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row with `since`, the old one gets `until`; ids are never reused. A case comes first.
Every row refuses by itself; all refusing rows are kept; an unknown fact refuses.
"""

from governance.policy.facts import Facts
from governance.policy.references import EHDS, LEY_14_2007, PROGRAMME
from governance.policy.verdict import Rule
from governance.vocabulary.people import Role
from governance.vocabulary.regimes import Regime

TOLD = frozenset({Role.RESEARCHER, Role.OFFICER, Role.RELEASE_OFFICER, Role.AUDITOR, Role.DPO})

PERMIT: tuple[Rule[Facts], ...] = (
    Rule(
        id="R-21",
        says="Nothing leaves without a permit that covers this day.",
        source=(
            EHDS["61(1)"],
            PROGRAMME["promise"],
        ),
        asks=Facts.no_permit_in_force,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-22",
        says="Nothing leaves under a suspended permit.",
        source=(EHDS["63(2)"],),
        asks=Facts.permit_is_suspended,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-23",
        says="Nothing leaves under a revoked permit.",
        source=(EHDS["63(3)"],),
        asks=Facts.permit_is_revoked,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-24",
        says="Nothing leaves after the last day of the permit, recorded or not.",
        source=(EHDS["68(12)"],),
        asks=Facts.permit_has_ended,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-25",
        says="A permit that lacks one of its eight items authorises nothing.",
        source=(EHDS["68(10)"],),
        asks=Facts.permit_content_is_incomplete,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-26",
        says="An EHDS permit issued before EHDS applied to these data authorises nothing.",
        source=(EHDS["105"],),
        asks=Facts.ehds_did_not_apply_at_issue,
        regime=Regime.EHDS,
        tell=TOLD,
        decided_in="ADR-0005",
    ),
    Rule(
        id="R-27",
        says="A release serves only a purpose that its permit names.",
        source=(
            LEY_14_2007["5.3"],
            EHDS["61(1)"],
        ),
        asks=Facts.purpose_is_outside_permit,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-28",
        says="A release uses only cells that its permit lists.",
        source=(
            EHDS["68(10)"],
            PROGRAMME["explicit-cells"],
        ),
        asks=Facts.cells_are_outside_permit,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-29",
        says="A release reads only datasets that its permit lists.",
        source=(EHDS["73(1)"],),
        asks=Facts.dataset_is_outside_permit,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-30",
        says="A release holds only variables that its permit lists.",
        source=(EHDS["66(1)"],),
        asks=Facts.variable_is_outside_permit,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-31",
        says="A permit for statistics only never lets rows out.",
        source=(EHDS["69(1)"],),
        asks=Facts.rows_under_a_statistics_permit,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-32",
        says="Pseudonymised data leave only where anonymised data would not do.",
        source=(EHDS["66(3)"],),
        asks=Facts.pseudonymised_is_not_justified,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-33",
        says="The exception to the opt-out is refused while no national law provides for it.",
        source=(EHDS["71(4)"],),
        asks=Facts.opt_out_is_overridden_without_law,
        tell=TOLD,
        decided_in="ADR-0005",
    ),
    Rule(
        id="R-58",
        says="A permit authorises nothing while its body of law is not known.",
        source=(
            EHDS["105"],
            PROGRAMME["unknown-refuses"],
        ),
        asks=Facts.regime_is_unknown,
        tell=TOLD,
        decided_in="ADR-0005",
    ),
)
