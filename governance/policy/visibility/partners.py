"""Who may see which field: where partner systems are told of what changes.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Hidden unless a `see` row shows; a `hide` row
overrides every other; an unknown role or relation hides.
"""

from governance.policy.references import ENS, GDPR
from governance.policy.visibility.fields import FIELDS
from governance.policy.visibility_facts import View, VisibilityRule, see
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

PARTNERS: tuple[VisibilityRule, ...] = (
    see(
        "V-87",
        "A partner system sees where it is told of changes, and how far it has been told.",
        View.WEBHOOK,
        FIELDS[View.WEBHOOK],
        (ENS["op.acc.4"],),
        roles=(Role.PARTNER,),
        relations=(
            Relation.SELF,
            Relation.IN_PARTNER_SCOPE,
        ),
    ),
    see(
        "V-88",
        "Whoever answers for partner systems sees where they are told of changes.",
        View.WEBHOOK,
        FIELDS[View.WEBHOOK],
        (
            ENS["op.exp.8"],
            GDPR["37(1)(a)"],
        ),
        roles=(
            Role.STEWARD,
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
)
