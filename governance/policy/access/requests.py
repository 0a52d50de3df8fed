"""Who may carry out which act: datasets and access requests.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Refused unless a `may` row grants; a `never`
row overrides every grant; an unknown role or relation refuses.
"""

from governance.policy.access_facts import AccessRule, may, never
from governance.policy.references import EHDS
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

OFFICER_ACTS = (
    Act.RETURN_REQUEST,
    Act.CONFIRM_COMPLETE,
    Act.EXTEND_DEADLINE,
    Act.RECORD_ASSESSMENT,
    Act.SEND_TO_ETHICS,
    Act.DECIDE_REQUEST,
    Act.OFFER_STATISTICS,
    Act.CLOSE_REQUEST,
)

REQUESTS: tuple[AccessRule, ...] = (
    may(
        "A-15",
        "A data holder registers its datasets.",
        (Act.REGISTER_DATASET,),
        (EHDS["60(3)"],),
        roles=(Role.HOLDER,),
    ),
    may(
        "A-16",
        "A data holder describes, renews and retires its own datasets.",
        (
            Act.DESCRIBE_DATASET,
            Act.ADD_DATASET_VERSION,
            Act.RETIRE_DATASET,
        ),
        (EHDS["60(3)"],),
        roles=(Role.HOLDER,),
        relations=(Relation.HOLDER,),
    ),
    may(
        "A-17",
        "A researcher drafts an access request.",
        (Act.DRAFT_REQUEST,),
        (EHDS["67(1)"],),
        roles=(Role.RESEARCHER,),
    ),
    may(
        "A-18",
        "The applicant edits, submits and withdraws her own request, and answers an offer.",
        (
            Act.EDIT_REQUEST,
            Act.SUBMIT_REQUEST,
            Act.WITHDRAW_REQUEST,
            Act.ANSWER_OFFER,
        ),
        (
            EHDS["67(1)"],
            EHDS["68(3)"],
        ),
        roles=(Role.RESEARCHER,),
        relations=(Relation.APPLICANT,),
    ),
    may(
        "A-19",
        "An access body officer handles requests and decides on them.",
        OFFICER_ACTS,
        (
            EHDS["68(1)"],
            EHDS["68(4)"],
            EHDS["68(9)"],
        ),
        roles=(Role.OFFICER,),
    ),
    never(
        "A-20",
        "No officer handles her own request.",
        OFFICER_ACTS,
        (EHDS["55(5)"],),
        relations=(Relation.APPLICANT,),
    ),
    never(
        "A-21",
        "No officer handles a request that names her.",
        OFFICER_ACTS,
        (EHDS["55(5)"],),
        relations=(Relation.NAMED_PERSON,),
    ),
    may(
        "A-22",
        "The clock closes a request whose time to complete it has passed.",
        (Act.CLOSE_REQUEST,),
        (EHDS["68(4)"],),
        roles=(Role.CLOCK,),
    ),
    may(
        "A-81",
        "The applicant attaches documents to her own request, and removes them.",
        (
            Act.ATTACH_DOCUMENT,
            Act.REMOVE_ATTACHMENT,
        ),
        (EHDS["67(2)"],),
        roles=(Role.RESEARCHER,),
        relations=(Relation.APPLICANT,),
    ),
)
