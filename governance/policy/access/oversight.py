"""Who may carry out which act: reading how the programme is set, what changes, what may leave.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Refused unless a `may` row grants; a `never`
row overrides every grant; an unknown role or relation refuses.
"""

from governance.policy.access_facts import AccessRule, may
from governance.policy.references import EHDS, ENS, GDPR, LEY_39_2015, PROGRAMME
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

OVERSIGHT: tuple[AccessRule, ...] = (
    may(
        "A-82",
        "The data protection officer reads who has which role, and which attempts were refused.",
        (Act.READ_STAFF,),
        (
            ENS["op.acc.4"],
            GDPR["37(1)(a)"],
        ),
        roles=(Role.DPO,),
    ),
    may(
        "A-83",
        "Whoever works in the programme reads how it is set, and whether releases are stopped.",
        (Act.READ_PROGRAMME,),
        (
            ENS["op.acc.4"],
            PROGRAMME["emergency-stop"],
        ),
        roles=(
            Role.STEWARD,
            Role.AUDITOR,
            Role.DPO,
            Role.OFFICER,
            Role.PREPARER,
            Role.RELEASE_OFFICER,
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
        ),
    ),
    may(
        "A-84",
        "A partner system that may do so follows what changes of what it may read.",
        (Act.READ_CHANGES,),
        (ENS["op.acc.4"],),
        roles=(Role.PARTNER,),
        relations=(Relation.IN_PARTNER_SCOPE,),
    ),
    may(
        "A-85",
        "Whoever works in the programme, or uses its data, follows what changes of what she reads.",
        (Act.READ_CHANGES,),
        (
            ENS["op.acc.4"],
            LEY_39_2015["53.1"],
        ),
        roles=(
            Role.RESEARCHER,
            Role.HOLDER,
            Role.OFFICER,
            Role.PREPARER,
            Role.RELEASE_OFFICER,
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
            Role.STEWARD,
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
    may(
        "A-86",
        "A partner system that may do so asks whether records may leave, one by one or in numbers.",
        (
            Act.READ_VERDICTS,
            Act.READ_VERDICT_COUNTS,
        ),
        (
            EHDS["61(1)"],
            ENS["op.acc.4"],
        ),
        roles=(Role.PARTNER,),
        relations=(Relation.IN_PARTNER_SCOPE,),
    ),
    may(
        "A-87",
        "A citizen asks whether her own record may leave.",
        (Act.READ_VERDICTS,),
        (GDPR["15"],),
        roles=(Role.CITIZEN,),
        relations=(Relation.SELF,),
    ),
    may(
        "A-88",
        "Auditor and data protection officer ask for any verdict, and check it.",
        (
            Act.READ_VERDICTS,
            Act.READ_VERDICT_COUNTS,
        ),
        (
            ENS["op.exp.8"],
            GDPR["37(1)(a)"],
        ),
        roles=(
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
    may(
        "A-89",
        "Whoever grants, prepares or releases asks how many records may leave, and never whose.",
        (Act.READ_VERDICT_COUNTS,),
        (
            EHDS["68(1)"],
            PROGRAMME["small-counts"],
        ),
        roles=(
            Role.OFFICER,
            Role.PREPARER,
            Role.RELEASE_OFFICER,
        ),
    ),
    may(
        "A-91",
        "The data protection officer looks up whom a request or a complaint is about, saying why.",
        (Act.LOOK_UP_CITIZEN,),
        (
            GDPR["15"],
            GDPR["37(1)(a)"],
        ),
        roles=(Role.DPO,),
    ),
)
