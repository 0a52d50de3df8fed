"""Who may carry out which act: staff, accounts, partners, switches, keys.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Refused unless a `may` row grants; a `never`
row overrides every grant; an unknown role or relation refuses.
"""

from governance.policy.access.choices import CHOICE_ACTS, OWN_REFUSAL
from governance.policy.access_facts import AccessRule, may, never
from governance.policy.references import ENS, PROGRAMME
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

STEWARD_ACTS = (
    Act.APPOINT_STAFF,
    Act.END_STAFF,
    Act.REGISTER_PARTNER,
    Act.LINK_PARTNER_CLIENT,
    Act.CHANGE_PARTNER_SCOPES,
    Act.END_PARTNER,
    Act.SET_SWITCH,
    Act.RECORD_KEY,
    Act.DESTROY_KEY,
)
READING_ACTS = frozenset(act for act in Act if act.value.startswith(("read-", "explain-")))
OWN_CHOICES = frozenset(CHOICE_ACTS + OWN_REFUSAL)
WRITING_ACTS = tuple(act for act in Act if act not in READING_ACTS | OWN_CHOICES)
"""An auditor is a citizen too, and keeps her own choices."""

PROGRAMME_DESK: tuple[AccessRule, ...] = (
    may(
        "A-53",
        "The steward keeps staff, partners, switches and keys.",
        STEWARD_ACTS,
        (ENS["op.acc.4"],),
        roles=(Role.STEWARD,),
    ),
    may(
        "A-54",
        "An operator appoints the first steward, while there is none.",
        (Act.APPOINT_STAFF,),
        (PROGRAMME["founding"],),
        relations=(Relation.NO_STEWARD_YET,),
    ),
    never(
        "A-55",
        "Nobody gives herself a role.",
        (Act.APPOINT_STAFF,),
        (ENS["op.acc.3"],),
        relations=(Relation.SELF,),
    ),
    may(
        "A-56",
        "Whoever answers for releases stops them all at once.",
        (Act.STOP_ALL_RELEASES,),
        (PROGRAMME["emergency-stop"],),
        roles=(
            Role.STEWARD,
            Role.DPO,
            Role.OFFICER,
            Role.RELEASE_OFFICER,
        ),
    ),
    may(
        "A-57",
        "The data protection officer lifts the stop.",
        (Act.LIFT_STOP,),
        (PROGRAMME["emergency-stop"],),
        roles=(Role.DPO,),
    ),
    never(
        "A-58",
        "An auditor only reads.",
        WRITING_ACTS,
        (ENS["op.acc.3"],),
        roles=(Role.AUDITOR,),
    ),
    may(
        "A-59",
        "The clock notes refused attempts.",
        (Act.NOTE_REFUSED_ATTEMPT,),
        (ENS["op.exp.8"],),
        roles=(Role.CLOCK,),
    ),
    may(
        "A-80",
        "The steward says whose account at an identity provider is whose.",
        (Act.LINK_ACCOUNT,),
        (ENS["op.acc.1"],),
        roles=(Role.STEWARD,),
    ),
)
