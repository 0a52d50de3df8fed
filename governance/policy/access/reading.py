"""Who may carry out which act: whose record may be read by whom.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Refused unless a `may` row grants; a `never`
row overrides every grant; an unknown role or relation refuses.
"""

from governance.policy.access_facts import AccessRule, may, never
from governance.policy.references import (
    EHDS,
    ENS,
    GDPR,
    LEY_14_2007,
    LEY_39_2015,
    LEY_41_2002,
    LF_17_2010,
    LOPDGDD,
    PROGRAMME,
    RD_1090_2015,
)
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

READING: tuple[AccessRule, ...] = (
    may(
        "A-60",
        "A citizen reads her own record.",
        (
            Act.READ_CITIZEN_RECORD,
            Act.EXPLAIN_RELEASE,
        ),
        (
            GDPR["15"],
            LF_17_2010["31.1"],
        ),
        roles=(Role.CITIZEN,),
        relations=(Relation.SELF,),
    ),
    may(
        "A-61",
        "A parent reads for a child under 14.",
        (Act.READ_CITIZEN_RECORD,),
        (LOPDGDD["12.6"],),
        roles=(Role.CITIZEN,),
        relations=(
            Relation.PARENT,
            Relation.CITIZEN_UNDER_14,
        ),
    ),
    may(
        "A-62",
        "A guardian reads for the person in her care.",
        (Act.READ_CITIZEN_RECORD,),
        (LOPDGDD["12.1"],),
        roles=(Role.CITIZEN,),
        relations=(Relation.GUARDIAN,),
    ),
    may(
        "A-63",
        "Whoever gives judicial support reads within the mandate.",
        (Act.READ_CITIZEN_RECORD,),
        (LOPDGDD["12.1"],),
        roles=(Role.CITIZEN,),
        relations=(Relation.SUPPORT,),
    ),
    may(
        "A-64",
        "Who represented a deceased person keeps the right of access.",
        (Act.READ_CITIZEN_RECORD,),
        (LEY_41_2002["18"],),
        roles=(Role.CITIZEN,),
        relations=(Relation.HEIR,),
    ),
    may(
        "A-65",
        "The desk reads the record of the citizen whom it serves.",
        (Act.READ_CITIZEN_RECORD,),
        (LEY_41_2002["16.7"],),
        roles=(Role.DESK,),
    ),
    may(
        "A-66",
        "The data protection officer answers rights requests.",
        (
            Act.READ_CITIZEN_RECORD,
            Act.EXPLAIN_RELEASE,
            Act.READ_LEDGER,
            Act.READ_REQUEST,
            Act.READ_PERMIT,
            Act.READ_RELEASE,
        ),
        (
            GDPR["15"],
            GDPR["37(1)(a)"],
        ),
        roles=(Role.DPO,),
    ),
    may(
        "A-67",
        "An auditor reads the ledger, and everything that was decided.",
        (
            Act.READ_LEDGER,
            Act.EXPLAIN_RELEASE,
            Act.READ_REQUEST,
            Act.READ_PERMIT,
            Act.READ_RELEASE,
            Act.READ_STAFF,
        ),
        (ENS["op.exp.8"],),
        roles=(Role.AUDITOR,),
    ),
    may(
        "A-68",
        "The applicant reads her request.",
        (
            Act.READ_REQUEST,
            Act.READ_PERMIT,
            Act.READ_RELEASE,
        ),
        (LEY_39_2015["53.1"],),
        relations=(Relation.APPLICANT,),
    ),
    may(
        "A-69",
        "A named person reads the permit and its releases.",
        (
            Act.READ_REQUEST,
            Act.READ_PERMIT,
            Act.READ_RELEASE,
        ),
        (EHDS["68(10)"],),
        relations=(Relation.NAMED_PERSON,),
    ),
    may(
        "A-70",
        "The access body and the committee read requests.",
        (Act.READ_REQUEST,),
        (
            EHDS["68(1)"],
            RD_1090_2015["16.6"],
        ),
        roles=(
            Role.OFFICER,
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
        ),
    ),
    may(
        "A-71",
        "Those who prepare and release read permits and releases.",
        (
            Act.READ_PERMIT,
            Act.READ_RELEASE,
        ),
        (EHDS["55(3)"],),
        roles=(
            Role.OFFICER,
            Role.PREPARER,
            Role.RELEASE_OFFICER,
        ),
    ),
    may(
        "A-72",
        "Committee and auditor read ballots once closed.",
        (Act.READ_BALLOTS,),
        (
            RD_1090_2015["16.6"],
            PROGRAMME["blind-ballots"],
        ),
        roles=(
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
            Role.AUDITOR,
        ),
        relations=(Relation.BALLOT_CLOSED,),
    ),
    never(
        "A-73",
        "A member with an interest does not read the ballots.",
        (Act.READ_BALLOTS,),
        (LEY_14_2007["12.4"],),
        relations=(Relation.INTERESTED,),
    ),
    may(
        "A-74",
        "Everybody reads the public register and the catalogue.",
        (
            Act.READ_REGISTER,
            Act.READ_DATASETS,
        ),
        (
            EHDS["58(1)"],
            EHDS["57(1)(j)(iii)"],
        ),
    ),
    may(
        "A-75",
        "The steward reads who has which role.",
        (Act.READ_STAFF,),
        (ENS["op.acc.4"],),
        roles=(Role.STEWARD,),
    ),
    may(
        "A-79",
        "A partner system asks about citizens and permits within its scopes.",
        (
            Act.READ_CITIZEN_RECORD,
            Act.READ_PERMIT,
        ),
        (ENS["op.acc.4"],),
        roles=(Role.PARTNER,),
        relations=(Relation.IN_PARTNER_SCOPE,),
    ),
)
