"""Who may carry out which act: permits and releases.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Refused unless a `may` row grants; a `never`
row overrides every grant; an unknown role or relation refuses.
"""

from governance.policy.access_facts import AccessRule, may, never
from governance.policy.references import EHDS, ENS, LEY_14_2007, LOPDGDD, PROGRAMME
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

PERMIT_ACTS = (
    Act.AMEND_PERMIT,
    Act.SUSPEND_PERMIT,
    Act.RESUME_PERMIT,
    Act.REVOKE_PERMIT,
    Act.EXTEND_PERMIT,
    Act.FLAG_PROHIBITED_USE,
    Act.RECORD_DELETION,
)
OWN_PERMIT_ACTS = (
    Act.ISSUE_PERMIT,
    Act.AMEND_PERMIT,
    Act.RESUME_PERMIT,
    Act.EXTEND_PERMIT,
)

PERMITS_DESK: tuple[AccessRule, ...] = (
    may(
        "A-37",
        "An access body officer issues permits.",
        (Act.ISSUE_PERMIT,),
        (
            EHDS["68(1)"],
            ENS["op.acc.6"],
        ),
        roles=(Role.OFFICER,),
        relations=(Relation.STEPPED_UP,),
    ),
    may(
        "A-38",
        "An access body officer keeps permits.",
        PERMIT_ACTS,
        (
            EHDS["68(13)"],
            EHDS["63(3)"],
        ),
        roles=(Role.OFFICER,),
    ),
    never(
        "A-39",
        "No officer issues or changes a permit of her own.",
        OWN_PERMIT_ACTS,
        (EHDS["55(5)"],),
        relations=(Relation.APPLICANT,),
    ),
    never(
        "A-40",
        "No officer issues or changes a permit that names her.",
        OWN_PERMIT_ACTS,
        (EHDS["55(5)"],),
        relations=(Relation.NAMED_PERSON,),
    ),
    may(
        "A-41",
        "The clock records that a permit ended.",
        (Act.EXPIRE_PERMIT,),
        (EHDS["68(12)"],),
        roles=(Role.CLOCK,),
    ),
    may(
        "A-42",
        "A named person signs her own undertaking.",
        (Act.SIGN_UNDERTAKING,),
        (LEY_14_2007["5.4"],),
        relations=(Relation.NAMED_PERSON, Relation.SIGNING_OWN),
    ),
    may(
        "A-43",
        "The data protection officer flags a prohibited use too.",
        (Act.FLAG_PROHIBITED_USE,),
        (EHDS["54"],),
        roles=(Role.DPO,),
    ),
    may(
        "A-44",
        "A preparer prepares a release.",
        (
            Act.PREPARE_RELEASE,
            Act.CANCEL_RELEASE,
        ),
        (EHDS["55(3)"],),
        roles=(Role.PREPARER,),
    ),
    may(
        "A-45",
        "A release officer signs a recipe.",
        (Act.SIGN_RELEASE,),
        (
            ENS["op.acc.3"],
            ENS["op.acc.6"],
        ),
        roles=(Role.RELEASE_OFFICER,),
        relations=(Relation.STEPPED_UP,),
    ),
    never(
        "A-46",
        "Nobody signs what she prepared.",
        (Act.SIGN_RELEASE,),
        (ENS["op.acc.3"],),
        relations=(Relation.PREPARER,),
    ),
    never(
        "A-47",
        "The applicant never signs or prepares the release.",
        (
            Act.SIGN_RELEASE,
            Act.PREPARE_RELEASE,
        ),
        (ENS["op.acc.3"],),
        relations=(Relation.APPLICANT,),
    ),
    never(
        "A-48",
        "A named person never signs or prepares the release.",
        (
            Act.SIGN_RELEASE,
            Act.PREPARE_RELEASE,
        ),
        (LOPDGDD["DA17.2.d"],),
        relations=(Relation.NAMED_PERSON,),
    ),
    never(
        "A-49",
        "Nobody prepares the data of a request that she assessed.",
        (Act.PREPARE_RELEASE,),
        (EHDS["55(3)"],),
        relations=(Relation.ASSESSOR,),
    ),
    may(
        "A-50",
        "The engine freezes, delivers and withholds what two officers signed.",
        (
            Act.FREEZE_RELEASE,
            Act.DELIVER_RELEASE,
            Act.WITHHOLD_RELEASE,
            Act.NOTIFY_REMOVAL,
        ),
        (PROGRAMME["frozen-instant"],),
        roles=(Role.ENGINE,),
    ),
    may(
        "A-51",
        "An officer of the access body or of releases recalls a release.",
        (
            Act.RECALL_RELEASE,
            Act.CANCEL_RELEASE,
            Act.NOTIFY_REMOVAL,
        ),
        (EHDS["63(3)"],),
        roles=(
            Role.OFFICER,
            Role.RELEASE_OFFICER,
        ),
    ),
    may(
        "A-52",
        "A named person confirms that records were removed.",
        (Act.CONFIRM_REMOVAL,),
        (PROGRAMME["removal-notices"],),
        relations=(Relation.NAMED_PERSON,),
    ),
    may(
        "A-77",
        "A prohibited use suspends its permit at once.",
        (Act.SUSPEND_PERMIT,),
        (EHDS["54"], EHDS["63(2)"]),
        roles=(Role.ENGINE,),
    ),
)
