"""Who may carry out which act: where partner systems are told of what changes.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Refused unless a `may` row grants; a `never`
row overrides every grant; an unknown role or relation refuses.
"""

from governance.policy.access_facts import AccessRule, may
from governance.policy.references import ENS, GDPR
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

KEEPING = (
    Act.REGISTER_WEBHOOK,
    Act.CHANGE_WEBHOOK,
    Act.REPLAY_WEBHOOK,
    Act.END_WEBHOOK,
    Act.READ_WEBHOOKS,
)

PARTNERS: tuple[AccessRule, ...] = (
    may(
        "A-92",
        "A partner system that may follow changes says where it is told of them.",
        KEEPING,
        (ENS["op.acc.4"],),
        roles=(Role.PARTNER,),
        relations=(
            Relation.SELF,
            Relation.IN_PARTNER_SCOPE,
        ),
    ),
    may(
        "A-93",
        "The steward keeps the addresses of partner systems.",
        KEEPING,
        (ENS["op.acc.4"],),
        roles=(Role.STEWARD,),
    ),
    may(
        "A-94",
        "The clock gives up an address that takes nothing any more.",
        (Act.DISABLE_WEBHOOK,),
        (ENS["op.exp.8"],),
        roles=(Role.CLOCK,),
    ),
    may(
        "A-95",
        "Auditor and data protection officer read where partner systems are told of changes.",
        (Act.READ_WEBHOOKS,),
        (
            ENS["op.exp.8"],
            GDPR["37(1)(a)"],
        ),
        roles=(
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
)
