"""Which acts somebody can ever do as she comes: by her roles, her token, and what she is."""

from __future__ import annotations

from collections.abc import Mapping

from governance.eligibility.access import CHANGES, SCOPES, beyond_token, partner_scopes
from governance.eligibility.reader import Reader
from governance.eligibility.relations import VERDICTS
from governance.lives import citizens, permits
from governance.lives.programme import webhooks
from governance.policy.access import acts_within
from governance.policy.access.partners import KEEPING
from governance.principals import Principal
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Channel, Role
from governance.vocabulary.relations import OF_PEOPLE, Relation

WITHIN_SCOPES: Mapping[Act, str] = {
    Act.READ_CITIZEN_RECORD: citizens.NAME,
    Act.READ_PERMIT: permits.NAME,
    Act.READ_CHANGES: CHANGES,
    Act.READ_VERDICTS: VERDICTS,
    Act.READ_VERDICT_COUNTS: VERDICTS,
    **dict.fromkeys(KEEPING, webhooks.NAME),
}
"""What a partner does within its scopes only, and what that is about."""


async def acts_within_reach(
    reader: Reader, by: Principal, roles: frozenset[Role]
) -> frozenset[Act]:
    """The acts that some row grants, and that nothing about whoever asks rules out beforehand.

    For menus only: whether she may, here and now, is judged with everything known.
    """
    scopes = await partner_scopes(reader, by)
    partner = by.machine_role is Role.PARTNER
    return frozenset(
        act
        for act in acts_within(roles, never=out_of_reach(by))
        if not beyond_token(by, act)
        if not partner or act not in WITHIN_SCOPES or SCOPES[WITHIN_SCOPES[act]] in scopes
    )


def out_of_reach(by: Principal) -> frozenset[Relation]:
    """How whoever asks never stands, whatever it is about."""
    never = OF_PEOPLE if by.machine_role is not None else frozenset[Relation]()
    return never if by.channel is Channel.OPERATOR else never | {Relation.NO_STEWARD_YET}
