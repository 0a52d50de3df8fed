"""Several commands of one person: all of them, or none, and once under one key."""

from __future__ import annotations

from governance.lives.consents.commands import RecordChoice, SetReach
from governance.lives.consents.words import Given, Says
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.carry_out import Done, Once
from governance.service.ledger_check import ledger_size
from governance.service.together import carry_out_together
from governance.vocabulary.people import Capacity, Channel, SubjectId
from governance.vocabulary.purposes import ALL_CELLS, Reach
from tests.portal.world import World


def said(world: World, citizen: SubjectId) -> Given:
    return Given(
        giver=citizen,
        capacity=Capacity.SELF,
        channel=Channel.ONLINE,
        effective_at=world.clock(),
    )


async def test_all_are_carried_out_or_none(region_world: World) -> None:
    world = region_world
    maite = world.known.people["maite"]
    by = Principal(subject=maite, channel=Channel.ONLINE)
    given = said(world, maite)
    refuse = RecordChoice(citizen=maite, given=given, cells=ALL_CELLS, says=Says.REFUSE)
    nothing = RecordChoice(citizen=maite, given=given, cells=frozenset(), says=Says.REFUSE)
    reach = SetReach(citizen=maite, given=given, reach=Reach.SPAIN)
    before = await ledger_size(world.house)

    refused = await carry_out_together(world.house, [refuse, nothing], by=by, once=Once("a"))
    assert isinstance(refused, Refusal)
    assert await ledger_size(world.house) == before

    for repeated in (False, True):
        done = await carry_out_together(world.house, [refuse, reach], by=by, once=Once("a"))
        assert isinstance(done, Done)
        assert done.repeated is repeated
        assert await ledger_size(world.house) == before + 2
