"""Who may see which field: datasets, access requests and ethics reviews.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Hidden unless a `see` row shows; a `hide` row
overrides every other; an unknown role or relation hides.
"""

from governance.policy.references import (
    EHDS,
    ENS,
    GDPR,
    LEY_14_2007,
    LEY_39_2015,
    LEY_40_2015,
    PROGRAMME,
    RD_1090_2015,
)
from governance.policy.visibility.fields import (
    APPLICATION,
    BALLOT,
    CATALOGUE,
    DELIBERATION,
    FIELDS,
    OUTCOME,
    PROCEDURE,
)
from governance.policy.visibility_facts import View, VisibilityRule, hide, see
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

REQUESTS: tuple[VisibilityRule, ...] = (
    see(
        "V-18",
        "Everybody sees which datasets there are.",
        View.DATASET,
        CATALOGUE,
        (
            EHDS["58(1)"],
            EHDS["60(3)"],
        ),
    ),
    see(
        "V-19",
        "Whoever works on the data, or checks that work, sees how its file is laid out.",
        View.DATASET,
        FIELDS[View.DATASET],
        (EHDS["55(3)"],),
        roles=(
            Role.PREPARER,
            Role.RELEASE_OFFICER,
            Role.AUDITOR,
        ),
    ),
    see(
        "V-20",
        "A holder sees everything of its own dataset.",
        View.DATASET,
        FIELDS[View.DATASET],
        (EHDS["60(3)"],),
        roles=(Role.HOLDER,),
        relations=(Relation.HOLDER,),
    ),
    see(
        "V-21",
        "The applicant sees how her request stands, and who is charged with it.",
        View.REQUEST,
        FIELDS[View.REQUEST] - {"assessment_notes"},
        (LEY_39_2015["53.1"],),
        relations=(Relation.APPLICANT,),
    ),
    see(
        "V-22",
        "A named person sees the request that names her, and its outcome.",
        View.REQUEST,
        (*APPLICATION, "status", "decision", "decision_reason"),
        (EHDS["68(10)"],),
        relations=(Relation.NAMED_PERSON,),
    ),
    see(
        "V-23",
        "An officer sees the whole request.",
        View.REQUEST,
        FIELDS[View.REQUEST],
        (EHDS["68(1)"],),
        roles=(Role.OFFICER,),
    ),
    see(
        "V-24",
        "The committee sees what is asked and how it stands.",
        View.REQUEST,
        (*APPLICATION, *PROCEDURE),
        (RD_1090_2015["16.6"],),
        roles=(
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
        ),
    ),
    see(
        "V-25",
        "Auditor and data protection officer see the whole request.",
        View.REQUEST,
        FIELDS[View.REQUEST],
        (
            ENS["op.exp.8"],
            GDPR["37(1)(a)"],
        ),
        roles=(
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
    see(
        "V-26",
        "The committee sees its own review.",
        View.REVIEW,
        (*OUTCOME, *DELIBERATION),
        (RD_1090_2015["16.6"],),
        roles=(
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
        ),
    ),
    see(
        "V-27",
        "The committee sees votes once the ballot is closed.",
        View.REVIEW,
        BALLOT,
        (
            RD_1090_2015["16.6"],
            PROGRAMME["blind-ballots"],
        ),
        roles=(
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
        ),
        relations=(Relation.BALLOT_CLOSED,),
    ),
    see(
        "V-28",
        "An auditor sees votes once the ballot is closed.",
        View.REVIEW,
        BALLOT,
        (
            ENS["op.exp.8"],
            PROGRAMME["blind-ballots"],
        ),
        roles=(Role.AUDITOR,),
        relations=(Relation.BALLOT_CLOSED,),
    ),
    see(
        "V-29",
        "An auditor sees the review.",
        View.REVIEW,
        (*OUTCOME, *DELIBERATION),
        (ENS["op.exp.8"],),
        roles=(Role.AUDITOR,),
    ),
    see(
        "V-30",
        "The applicant sees what was decided and which conditions she has to meet.",
        View.REVIEW,
        OUTCOME,
        (LEY_39_2015["53.1"],),
        relations=(Relation.APPLICANT,),
    ),
    see(
        "V-31",
        "A named person sees what was decided and on which conditions.",
        View.REVIEW,
        OUTCOME,
        (EHDS["68(10)"],),
        relations=(Relation.NAMED_PERSON,),
    ),
    see(
        "V-32",
        "Those who grant and release see what was decided and on which conditions.",
        View.REVIEW,
        OUTCOME,
        (LEY_14_2007["12.2(e)"],),
        roles=(
            Role.OFFICER,
            Role.RELEASE_OFFICER,
            Role.DPO,
        ),
    ),
    hide(
        "V-33",
        "Nobody sees votes while the ballot is open.",
        View.REVIEW,
        BALLOT,
        (PROGRAMME["blind-ballots"],),
        one_of=(Relation.BALLOT_OPEN,),
    ),
    hide(
        "V-34",
        "A member with an interest sees nothing of the deliberation.",
        View.REVIEW,
        (*DELIBERATION, *BALLOT),
        (
            LEY_14_2007["12.4"],
            LEY_40_2015["23.2"],
        ),
        one_of=(Relation.INTERESTED,),
    ),
    hide(
        "V-35",
        "Applicant and named persons see nothing of the deliberation, members or not.",
        View.REVIEW,
        (*DELIBERATION, *BALLOT),
        (RD_1090_2015["16.5"],),
        one_of=(
            Relation.APPLICANT,
            Relation.NAMED_PERSON,
        ),
    ),
    hide(
        "V-36",
        "Applicant and named persons never see the notes of an assessor.",
        View.REQUEST,
        ("assessment_notes",),
        (EHDS["55(5)"],),
        one_of=(
            Relation.APPLICANT,
            Relation.NAMED_PERSON,
        ),
    ),
)
