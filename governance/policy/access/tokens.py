"""Who may carry out which act: programs that act for somebody by an access token.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Refused unless a `may` row grants; a `never`
row overrides every grant; an unknown role or relation refuses.
"""

from governance.policy.access_facts import AccessRule, never
from governance.policy.references import ENS
from governance.vocabulary.acts import Act
from governance.vocabulary.relations import Relation

TOKENS: tuple[AccessRule, ...] = (
    never(
        "A-90",
        "A program does nothing for anybody beyond the scopes of its access token.",
        tuple(Act),
        (ENS["op.acc.4"],),
        relations=(Relation.BEYOND_TOKEN_SCOPE,),
    ),
)
