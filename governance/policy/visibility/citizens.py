"""Who may see which field: a citizen's record, her consents, and the uses of her data.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Hidden unless a `see` row shows; a `hide` row
overrides every other; an unknown role or relation hides.
"""

from governance.policy.references import (
    EHDS,
    ENS,
    GDPR,
    LEY_14_2007,
    LEY_41_2002,
    LF_17_2010,
    LOPDGDD,
    PROGRAMME,
    RD_1716_2011,
)
from governance.policy.visibility.fields import ANSWERS, FIELDS, IDENTITY, TIES
from governance.policy.visibility_facts import View, VisibilityRule, see
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

CITIZENS: tuple[VisibilityRule, ...] = (
    see(
        "V-01",
        "A citizen sees everything about herself.",
        View.CITIZEN,
        FIELDS[View.CITIZEN],
        (
            GDPR["15"],
            LF_17_2010["31.1"],
        ),
        roles=(Role.CITIZEN,),
        relations=(Relation.SELF,),
    ),
    see(
        "V-02",
        "A parent sees the record of a child under 14.",
        View.CITIZEN,
        FIELDS[View.CITIZEN],
        (LOPDGDD["12.6"],),
        roles=(Role.CITIZEN,),
        relations=(
            Relation.PARENT,
            Relation.CITIZEN_UNDER_14,
        ),
    ),
    see(
        "V-03",
        "Whoever guards or supports a person sees her record.",
        View.CITIZEN,
        FIELDS[View.CITIZEN],
        (LOPDGDD["12.1"],),
        roles=(Role.CITIZEN,),
        one_of=(
            Relation.GUARDIAN,
            Relation.SUPPORT,
        ),
    ),
    see(
        "V-04",
        "Who represented a deceased person sees who she was, and nothing of third persons.",
        View.CITIZEN,
        (*IDENTITY, "access_log"),
        (LEY_41_2002["18"],),
        roles=(Role.CITIZEN,),
        relations=(Relation.HEIR,),
    ),
    see(
        "V-05",
        "The desk sees whom it serves.",
        View.CITIZEN,
        (*IDENTITY, *TIES),
        (LEY_41_2002["16.7"],),
        roles=(Role.DESK,),
    ),
    see(
        "V-06",
        "The data protection officer sees what a rights request is about.",
        View.CITIZEN,
        FIELDS[View.CITIZEN],
        (
            GDPR["15"],
            GDPR["37(1)(a)"],
        ),
        roles=(Role.DPO,),
    ),
    see(
        "V-07",
        "A citizen sees everything that she ever said.",
        View.CONSENTS,
        FIELDS[View.CONSENTS],
        (
            GDPR["7(1)"],
            GDPR["15"],
        ),
        roles=(Role.CITIZEN,),
        relations=(Relation.SELF,),
    ),
    see(
        "V-08",
        "A parent sees what was said for a child under 14, and not the child's own refusal.",
        View.CONSENTS,
        FIELDS[View.CONSENTS] - {"minor_refusal"},
        (
            LOPDGDD["12.6"],
            PROGRAMME["own-refusal"],
        ),
        roles=(Role.CITIZEN,),
        relations=(
            Relation.PARENT,
            Relation.CITIZEN_UNDER_14,
        ),
    ),
    see(
        "V-09",
        "Whoever guards or supports a person sees what was said, and not a minor's own refusal.",
        View.CONSENTS,
        FIELDS[View.CONSENTS] - {"minor_refusal"},
        (
            LOPDGDD["12.1"],
            PROGRAMME["own-refusal"],
        ),
        roles=(Role.CITIZEN,),
        one_of=(
            Relation.GUARDIAN,
            Relation.SUPPORT,
        ),
    ),
    see(
        "V-10",
        "Who represented a deceased person sees what stands.",
        View.CONSENTS,
        (*ANSWERS, "opt_out"),
        (LEY_41_2002["18"],),
        roles=(Role.CITIZEN,),
        relations=(Relation.HEIR,),
    ),
    see(
        "V-11",
        "The desk sees what stands, to record what changes.",
        View.CONSENTS,
        FIELDS[View.CONSENTS],
        (
            EHDS["71(1)"],
            LEY_14_2007["4.1"],
        ),
        roles=(Role.DESK,),
    ),
    see(
        "V-12",
        "The data protection officer sees what can prove a consent.",
        View.CONSENTS,
        FIELDS[View.CONSENTS],
        (GDPR["7(1)"],),
        roles=(Role.DPO,),
    ),
    see(
        "V-13",
        "A partner system sees what stands within its scopes, and never who opted out.",
        View.CONSENTS,
        ANSWERS,
        (ENS["op.acc.4"],),
        roles=(Role.PARTNER,),
        relations=(Relation.IN_PARTNER_SCOPE,),
    ),
    see(
        "V-14",
        "A citizen sees who used her data, what for, and what came of it.",
        View.USES,
        FIELDS[View.USES],
        (
            LF_17_2010["31.1"],
            RD_1716_2011["32.1"],
        ),
        roles=(Role.CITIZEN,),
        relations=(Relation.SELF,),
    ),
    see(
        "V-15",
        "A parent sees the uses of the data of a child under 14.",
        View.USES,
        FIELDS[View.USES],
        (LOPDGDD["12.6"],),
        roles=(Role.CITIZEN,),
        relations=(
            Relation.PARENT,
            Relation.CITIZEN_UNDER_14,
        ),
    ),
    see(
        "V-16",
        "Whoever guards or supports a person sees the uses of her data.",
        View.USES,
        FIELDS[View.USES],
        (LOPDGDD["12.1"],),
        roles=(Role.CITIZEN,),
        one_of=(
            Relation.GUARDIAN,
            Relation.SUPPORT,
        ),
    ),
    see(
        "V-17",
        "The data protection officer sees the uses that a rights request is about.",
        View.USES,
        FIELDS[View.USES],
        (GDPR["15"],),
        roles=(Role.DPO,),
    ),
    see(
        "V-61",
        "Whoever decides for a person sees for whom, in which capacity, and how long.",
        View.MANDATE,
        FIELDS[View.MANDATE],
        (
            LEY_14_2007["4.2"],
            LOPDGDD["12.6"],
        ),
        roles=(Role.CITIZEN,),
        one_of=(
            Relation.PARENT,
            Relation.GUARDIAN,
            Relation.SUPPORT,
            Relation.HEIR,
        ),
    ),
)
