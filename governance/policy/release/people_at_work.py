"""May this release leave at all? Those who ask, prepare, sign and receive.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row with `since`, the old one gets `until`; ids are never reused. A case comes first.
Every row refuses by itself; all refusing rows are kept; an unknown fact refuses.
"""

from governance.policy.facts import Facts
from governance.policy.references import EHDS, ENS, LEY_14_2007, LOPDGDD, PROGRAMME
from governance.policy.verdict import Rule
from governance.vocabulary.people import Role

TOLD = frozenset({Role.RESEARCHER, Role.OFFICER, Role.RELEASE_OFFICER, Role.AUDITOR, Role.DPO})

PEOPLE_AT_WORK: tuple[Rule[Facts], ...] = (
    Rule(
        id="R-49",
        says="Only a person whom the permit names asks for a release.",
        source=(
            EHDS["61(2)"],
            EHDS["73(1)"],
        ),
        asks=Facts.requester_is_not_named,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-50",
        says="Everybody with access has undertaken secrecy and not to re-identify.",
        source=(
            LEY_14_2007["5.4"],
            LEY_14_2007["51.1"],
            LOPDGDD["DA17.2.d"],
        ),
        asks=Facts.an_undertaking_is_missing,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-51",
        says="Two different release officers sign the recipe.",
        source=(
            ENS["op.acc.3"],
            PROGRAMME["two-officers"],
        ),
        asks=Facts.two_officers_have_not_signed,
        tell=TOLD,
        decided_in="ADR-0008",
    ),
    Rule(
        id="R-52",
        says="No signing officer applied for the data or would receive them.",
        source=(
            ENS["op.acc.3"],
            EHDS["55(3)"],
        ),
        asks=Facts.an_officer_is_the_applicant,
        tell=TOLD,
        decided_in="ADR-0008",
    ),
    Rule(
        id="R-53",
        says="Nobody signs a release that she prepared.",
        source=(ENS["op.acc.3"],),
        asks=Facts.an_officer_prepared_the_release,
        tell=TOLD,
        decided_in="ADR-0008",
    ),
    Rule(
        id="R-54",
        says="Nobody prepares the data of a request that she assessed.",
        source=(EHDS["55(3)"],),
        asks=Facts.preparer_assessed_the_request,
        tell=TOLD,
        decided_in="ADR-0008",
    ),
    Rule(
        id="R-55",
        says="Whoever pseudonymises is not in the team that receives.",
        source=(LOPDGDD["DA17.2.d"],),
        asks=Facts.preparer_is_in_the_research_team,
        tell=TOLD,
        decided_in="ADR-0008",
    ),
    Rule(
        id="R-56",
        says="Nothing leaves while all releases are stopped.",
        source=(PROGRAMME["emergency-stop"],),
        asks=Facts.releases_are_stopped,
        tell=TOLD,
        decided_in="ADR-0008",
    ),
    Rule(
        id="R-57",
        says="Nothing leaves about fewer people than the programme's minimum.",
        source=(PROGRAMME["minimum-cohort"],),
        asks=Facts.cohort_is_too_small,
        tell=TOLD,
        decided_in="ADR-0008",
    ),
)
