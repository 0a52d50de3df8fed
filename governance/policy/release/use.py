"""May this release leave at all? What the data would be used for, and where.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row with `since`, the old one gets `until`; ids are never reused. A case comes first.
Every row refuses by itself; all refusing rows are kept; an unknown fact refuses.
"""

from governance.policy.facts import Facts
from governance.policy.references import (
    EHDS,
    GDPR,
    LEY_14_2007,
    LEY_41_2002,
    LF_17_2010,
    PROGRAMME,
)
from governance.policy.verdict import Rule
from governance.vocabulary.people import Role

TOLD = frozenset({Role.RESEARCHER, Role.OFFICER, Role.RELEASE_OFFICER, Role.AUDITOR, Role.DPO})

USE: tuple[Rule[Facts], ...] = (
    Rule(
        id="R-34",
        says="Public health, policy and statistics are for public bodies or their mandataries.",
        source=(EHDS["53(2)"],),
        asks=Facts.purpose_is_reserved_for_public_bodies,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-35",
        says="Care is primary use; a release never serves it.",
        source=(
            EHDS["53(1)"],
            LEY_14_2007["6"],
        ),
        asks=Facts.purpose_is_care,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-36",
        says="Nothing leaves for one of the five prohibited uses.",
        source=(EHDS["54"],),
        asks=Facts.use_is_prohibited,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-37",
        says="Genomic data never serve a commercial purpose or a commercial recipient.",
        source=(
            LEY_14_2007["45(c)"],
            LEY_14_2007["7"],
        ),
        asks=Facts.genomic_data_serve_commerce,
        tell=TOLD,
        decided_in="ADR-0007",
    ),
    Rule(
        id="R-38",
        says="No identifier leaves.",
        source=(
            LEY_41_2002["16.3"],
            LF_17_2010["60.3"],
        ),
        asks=Facts.identifiers_would_leave,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-39",
        says="Row-level data go only into the secure processing environment that the permit names.",
        source=(EHDS["73(1)"],),
        asks=Facts.destination_is_not_the_environment,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-40",
        says="Data are processed only in the EU or in a country with an adequacy decision.",
        source=(EHDS["87"],),
        asks=Facts.environment_is_outside_adequacy,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-41",
        says="Every dataset names its ground in GDPR 6(1) and in 9(2).",
        source=(
            GDPR["6(1)"],
            GDPR["9(2)"],
        ),
        asks=Facts.legal_basis_is_missing,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-42",
        says="Where a holder marked protected content, the permit carries a condition for it.",
        source=(EHDS["52(2)"],),
        asks=Facts.holder_conditions_are_open,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-43",
        says="The terms under which a dataset was collected bind its use.",
        source=(
            PROGRAMME["data-use-terms"],
            LEY_14_2007["5.3"],
        ),
        asks=Facts.duo_terms_do_not_allow,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
    Rule(
        id="R-44",
        says="Nothing leaves from a dataset that its holder retired.",
        source=(PROGRAMME["datasets-in-use"],),
        asks=Facts.dataset_is_retired,
        tell=TOLD,
        decided_in="ADR-0003",
    ),
)
