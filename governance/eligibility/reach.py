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

ABOUT: Mapping[Act, str] = {
    Act.READ_CITIZEN_RECORD: citizens.NAME,
    Act.READ_PERMIT: permits.NAME,
    Act.READ_CHANGES: CHANGES,
    Act.READ_VERDICTS: VERDICTS,
    Act.READ_VERDICT_COUNTS: VERDICTS,
    **dict.fromkeys(KEEPING, webhooks.NAME),
}
"""What the acts of partners are about, and so which scope holds them."""


async def acts_within_reach(
    reader: Reader, by: Principal, roles: frozenset[Role]
) -> frozenset[Act]:
    """The acts that some row grants, and that nothing about whoever asks rules out beforehand.

    For menus only: whether she may, here and now, is judged with everything known.
    """
    never, scopes = out_of_reach(by), await partner_scopes(reader, by)
    held = {act for act, life in ABOUT.items() if SCOPES[life] in scopes}
    without_scope = acts_within(roles, never=never | {Relation.IN_PARTNER_SCOPE})
    found = without_scope | acts_within(roles, never=never) & held
    return frozenset(act for act in found if not beyond_token(by, act))


def out_of_reach(by: Principal) -> frozenset[Relation]:
    """How whoever asks never stands, whatever it is about."""
    never = OF_PEOPLE if by.machine_role is not None else frozenset[Relation]()
    return never if by.channel is Channel.OPERATOR else never | {Relation.NO_STEWARD_YET}
