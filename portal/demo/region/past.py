"""Studies that went all the way: one goes on, others ended, were suspended or revoked."""

from __future__ import annotations

from governance.lives.consents.commands import OptOut, WithdrawEverything
from governance.lives.consents.words import Given
from governance.lives.permits.commands import RevokePermit, SuspendPermit
from governance.lives.releases.commands import RecallRelease
from governance.service.people import people_named
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Capacity, Channel
from portal.demo.cast import StoryRefused, principal
from portal.demo.files_of_act import ISSUER
from portal.demo.region import studies
from portal.demo.region.builder import Builder
from portal.demo.studies import CARDIOMETABOLIC, Wanted


async def past(builder: Builder, wanted: Wanted) -> None:
    """From the first permits until three weeks ago."""
    builder.on(49)
    await builder.granted(wanted, CARDIOMETABOLIC, studies.AIR_QUALITY)
    builder.on(40)
    await builder.released(CARDIOMETABOLIC, wanted)
    await builder.released(studies.AIR_QUALITY, wanted)
    builder.on(30)
    await _change_minds(builder)
    await builder.granted(wanted, studies.STATINS)
    builder.on(25)
    await builder.released(CARDIOMETABOLIC, wanted)
    await _trouble(builder, await builder.released(studies.STATINS, wanted))
    builder.on(23)
    await builder.granted(wanted, studies.TEACHING)
    revoke = RevokePermit(
        permit_id=builder.region.permits[studies.TEACHING.name],
        reason=text("Results were passed on to a third party."),
    )
    await builder.cast.do(revoke, builder.cast.by("access-officer"))


async def _trouble(builder: Builder, release_id: str) -> None:
    """A release is recalled, and its permit suspended."""
    cast = builder.cast
    recall = RecallRelease(release_id=release_id, reason=text("A column was described wrongly."))
    await cast.do(recall, cast.by("first-officer"))
    suspend = SuspendPermit(
        permit_id=builder.region.permits[studies.STATINS.name],
        reason=text("The environment reported an access by somebody who is not named."),
    )
    await cast.do(suspend, cast.by("access-officer"))


async def _change_minds(builder: Builder) -> None:
    """Some who were in the first package withdraw or opt out, and the next leaves them out."""
    known = await people_named(builder.cast.house, ISSUER, builder.files.names[-40:])
    for number, citizen in enumerate(sorted(known.values())[:24]):
        given = Given(
            giver=citizen,
            capacity=Capacity.SELF,
            channel=Channel.ONLINE,
            effective_at=builder.cast.clock(),
        )
        change = OptOut if number % 3 else WithdrawEverything
        try:
            await builder.cast.do(change(citizen=citizen, given=given), principal(citizen))
        except StoryRefused:
            continue  # somebody who died, or whose representative decides
