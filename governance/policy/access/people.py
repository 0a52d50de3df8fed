"""Who may carry out which act: the people of the region.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Refused unless a `may` row grants; a `never`
row overrides every grant; an unknown role or relation refuses.
"""

from governance.policy.access_facts import AccessRule, may, never
from governance.policy.references import ENS, GDPR, LEY_14_2007, PROGRAMME, RD_1716_2011
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

REGISTER_ACTS = (
    Act.REGISTER_CITIZEN,
    Act.CORRECT_DETAILS,
    Act.RECORD_DEATH,
    Act.MERGE_DUPLICATES,
    Act.DECLARE_KINSHIP,
    Act.END_KINSHIP,
    Act.APPOINT_REPRESENTATIVE,
    Act.END_REPRESENTATION,
    Act.RECORD_PROTECTION,
    Act.LIFT_PROTECTION,
)
OWN_ENTRY_ACTS = (
    Act.CORRECT_DETAILS,
    Act.RECORD_DEATH,
    Act.MERGE_DUPLICATES,
    Act.APPOINT_REPRESENTATIVE,
    Act.RECORD_PROTECTION,
    Act.LIFT_PROTECTION,
)

PEOPLE: tuple[AccessRule, ...] = (
    may(
        "A-08",
        "The citizen desk keeps the register of people.",
        REGISTER_ACTS,
        (PROGRAMME["register"], GDPR["16"]),
        roles=(Role.DESK,),
    ),
    may(
        "A-09",
        "The clock notes who came of age.",
        (Act.NOTE_MAJORITY,),
        (RD_1716_2011["32.3"],),
        roles=(Role.CLOCK,),
    ),
    may(
        "A-10",
        "The data protection officer erases personal details.",
        (Act.ERASE_DETAILS,),
        (GDPR["17"],),
        roles=(Role.DPO,),
    ),
    never(
        "A-11",
        "Nobody keeps the register entry of her own.",
        OWN_ENTRY_ACTS,
        (ENS["op.acc.3"],),
        relations=(Relation.SELF,),
    ),
    may(
        "A-12",
        "The programme steward drafts information sheets.",
        (Act.DRAFT_SHEET,),
        (LEY_14_2007["4.1"],),
        roles=(Role.STEWARD,),
    ),
    may(
        "A-13",
        "The data protection officer publishes and retires information sheets.",
        (
            Act.PUBLISH_SHEET,
            Act.RETIRE_SHEET,
        ),
        (GDPR["13"],),
        roles=(Role.DPO,),
    ),
    never(
        "A-14",
        "Nobody publishes a sheet that she wrote.",
        (Act.PUBLISH_SHEET,),
        (ENS["op.acc.3"],),
        relations=(Relation.AUTHOR,),
    ),
    may(
        "A-76",
        "A merge obliges the survivor's entry to name the duplicate.",
        (Act.JOIN_DUPLICATE,),
        (PROGRAMME["register"],),
        roles=(Role.ENGINE,),
    ),
)
