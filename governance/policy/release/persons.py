"""May this citizen's record leave? Who she is: a minor, a protected adult, somebody's relative.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row with `since`, the old one gets `until`; ids are never reused. A case comes first.
Every row refuses by itself; all refusing rows are kept; an unknown fact refuses.
"""

from governance.policy.facts import Facts
from governance.policy.references import EHDS, GDPR, LEY_14_2007, PROGRAMME
from governance.policy.verdict import Rule
from governance.vocabulary.people import Role
from governance.vocabulary.regimes import Scope

TOLD = frozenset({Role.CITIZEN, Role.AUDITOR, Role.DPO})

PERSONS: tuple[Rule[Facts], ...] = (
    Rule(
        id="R-13",
        says="Nothing is released about somebody whose identity was erased or never registered.",
        source=(PROGRAMME["unknown-refuses"], GDPR["17"]),
        asks=Facts.identity_is_unknown,
        scope=Scope.CITIZEN,
        tell=frozenset({Role.AUDITOR, Role.DPO}),
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-14",
        says="Nothing is released about somebody whose age is not known.",
        source=(PROGRAMME["unknown-refuses"],),
        asks=Facts.age_is_unknown,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-15",
        says="For somebody under 18, only a representative's answer lets data out.",
        source=(LEY_14_2007["4.2"], LEY_14_2007["58.5"]),
        asks=Facts.minor_decided_alone,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0006",
    ),
    Rule(
        id="R-16",
        says="Somebody of 14 to 17 takes part in what her representative decides.",
        source=(LEY_14_2007["4.2"],),
        asks=Facts.minor_took_no_part,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0006",
    ),
    Rule(
        id="R-17",
        says="A minor's own refusal stands, whatever her representatives say.",
        source=(LEY_14_2007["58.5"], PROGRAMME["own-refusal"]),
        asks=Facts.minor_refused_herself,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0006",
    ),
    Rule(
        id="R-18",
        says="For an adult with support measures, nothing leaves while no mandate is in force.",
        source=(LEY_14_2007["4.2"],),
        asks=Facts.protected_adult_has_no_support,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0006",
    ),
    Rule(
        id="R-19",
        says="Data that reveal relatives leave only if every declared relative allows it too.",
        source=(LEY_14_2007["5.2"],),
        asks=Facts.a_relative_does_not_allow,
        scope=Scope.CITIZEN,
        tell=frozenset({Role.AUDITOR, Role.DPO}),
        decided_in="ADR-0007",
    ),
    Rule(
        id="R-20",
        says="Genomic data leave only on consent given after the information of article 47.",
        source=(
            LEY_14_2007["47"],
            LEY_14_2007["48.1"],
            LEY_14_2007["50.2"],
            EHDS["51(4)"],
        ),
        asks=Facts.no_genetic_information_was_given,
        scope=Scope.CITIZEN,
        tell=TOLD,
        decided_in="ADR-0007",
    ),
)
