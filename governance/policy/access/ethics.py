"""Who may carry out which act: the ethics committee.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Refused unless a `may` row grants; a `never`
row overrides every grant; an unknown role or relation refuses.
"""

from governance.policy.access_facts import AccessRule, may, never
from governance.policy.references import (
    DF_8_2024,
    EHDS,
    ENS,
    LEY_14_2007,
    LEY_40_2015,
    RD_1090_2015,
)
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

EVALUATION_ACTS = (
    Act.OPEN_BALLOT,
    Act.CAST_VOTE,
    Act.CLOSE_BALLOT,
    Act.DELIVER_DECISION,
    Act.ACCEPT_EVIDENCE,
)
OPINION_ACTS = (
    Act.OPEN_BALLOT,
    Act.CAST_VOTE,
    Act.CLOSE_BALLOT,
    Act.DELIVER_DECISION,
    Act.ACCEPT_EVIDENCE,
    Act.SUSPEND_DECISION,
)

ETHICS_DESK: tuple[AccessRule, ...] = (
    may(
        "A-23",
        "The programme steward appoints the members of the committee.",
        (
            Act.APPOINT_MEMBER,
            Act.END_MEMBERSHIP,
        ),
        (
            RD_1090_2015["15.1"],
            DF_8_2024["composition"],
        ),
        roles=(Role.STEWARD,),
    ),
    may(
        "A-24",
        "The secretary convenes meetings, notes who is present and assigns reviews.",
        (
            Act.CONVENE_MEETING,
            Act.RECORD_ATTENDANCE,
            Act.ASSIGN_REVIEW,
        ),
        (RD_1090_2015["16.6"],),
        roles=(Role.SECRETARY,),
    ),
    may(
        "A-25",
        "The chair approves minutes, opens and closes ballots.",
        (
            Act.APPROVE_MINUTES,
            Act.OPEN_BALLOT,
            Act.CLOSE_BALLOT,
        ),
        (RD_1090_2015["16.6"],),
        roles=(Role.CHAIR,),
    ),
    may(
        "A-26",
        "Members, chair and secretary declare their interests.",
        (Act.DECLARE_INTEREST,),
        (RD_1090_2015["15.5"],),
        roles=(
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
        ),
    ),
    may(
        "A-27",
        "A member of the committee votes.",
        (Act.CAST_VOTE,),
        (
            RD_1090_2015["16.6"],
            ENS["op.acc.6"],
        ),
        roles=(
            Role.MEMBER,
            Role.CHAIR,
        ),
        relations=(
            Relation.COMMITTEE_MEMBER,
            Relation.STEPPED_UP,
        ),
    ),
    never(
        "A-28",
        "The secretary has a voice and no vote.",
        (Act.CAST_VOTE,),
        (RD_1090_2015["15.3"],),
        roles=(Role.SECRETARY,),
    ),
    never(
        "A-29",
        "A member with an interest does not vote.",
        (
            Act.CAST_VOTE,
            Act.OPEN_BALLOT,
            Act.CLOSE_BALLOT,
        ),
        (
            LEY_14_2007["12.4"],
            LEY_40_2015["23.2"],
        ),
        relations=(Relation.INTERESTED,),
    ),
    never(
        "A-30",
        "The applicant takes no part in the evaluation.",
        EVALUATION_ACTS,
        (RD_1090_2015["16.5"],),
        relations=(Relation.APPLICANT,),
    ),
    never(
        "A-31",
        "A collaborator named in the request takes no part in the evaluation.",
        EVALUATION_ACTS,
        (RD_1090_2015["16.5"],),
        relations=(Relation.NAMED_PERSON,),
    ),
    may(
        "A-32",
        "The secretary delivers the decision that the votes gave.",
        (Act.DELIVER_DECISION,),
        (LEY_14_2007["12.2(e)"],),
        roles=(Role.SECRETARY,),
    ),
    may(
        "A-33",
        "The applicant submits evidence and modifies her protocol.",
        (
            Act.SUBMIT_EVIDENCE,
            Act.MODIFY_PROTOCOL,
        ),
        (LEY_14_2007["16"],),
        roles=(Role.RESEARCHER,),
        relations=(Relation.APPLICANT,),
    ),
    may(
        "A-34",
        "Chair or secretary accepts evidence.",
        (Act.ACCEPT_EVIDENCE,),
        (LEY_14_2007["12.2(e)"],),
        roles=(
            Role.CHAIR,
            Role.SECRETARY,
        ),
    ),
    may(
        "A-35",
        "The chair suspends a decision.",
        (Act.SUSPEND_DECISION,),
        (LEY_14_2007["12.2(e)"],),
        roles=(Role.CHAIR,),
    ),
    never(
        "A-36",
        "The access body never touches an opinion of the committee.",
        OPINION_ACTS,
        (EHDS["55(3)"],),
        roles=(Role.OFFICER,),
    ),
)
