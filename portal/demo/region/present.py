"""What waits for somebody today: requests in every state, and a release half signed."""

from __future__ import annotations

from datetime import date

from governance.lives.access_requests.commands import DecideRequest
from governance.lives.access_requests.words import Item
from governance.lives.ethics.reviews.words import Vote
from governance.lives.releases.commands import CancelRelease
from governance.vocabulary.erasable import text
from portal.demo import asking, reviewing
from portal.demo.asking import Asked
from portal.demo.region import studies
from portal.demo.region.builder import Builder
from portal.demo.releasing import prepare, recipe
from portal.demo.studies import CARDIOMETABOLIC, Wanted

OTHERS = ("co-researcher",)


async def present(builder: Builder, wanted: Wanted) -> None:
    """The last two weeks and a half."""
    cast = builder.cast
    builder.on(17)
    await builder.ask(studies.SLEEP, wanted)
    asthma = await builder.ask(studies.ASTHMA, wanted, OTHERS)
    app = await builder.ask(studies.DIABETES_APP, wanted, OTHERS)
    hearts = await builder.ask(studies.HEART_VARIANTS, wanted)
    screening = await builder.ask(studies.SCREENING, wanted, OTHERS)
    builder.on(14)
    for asked in (asthma, app, hearts):
        await asking.submit(cast, asked)
    builder.on(12)
    items = frozenset({Item.G_SAFEGUARDS, Item.I_TOOLS})
    await asking.send_back(cast, asthma, items, "Say who keeps the keys of the rooms.")
    for asked in (app, hearts):
        await asking.complete(cast, asked)
        await asking.send(cast, asked)
        await reviewing.assign(cast, asked)
    await _refused(builder, app, builder.on(8))
    builder.on(6)
    waiting = await builder.ask(studies.WAITING_TIMES, wanted, OTHERS)
    await asking.submit(cast, screening)
    builder.on(4)
    await asking.complete(cast, screening)
    await asking.submit(cast, waiting)
    await _half_voted(builder, hearts)
    await _half_signed(builder, wanted)


async def _half_voted(builder: Builder, asked: Asked) -> None:
    """The committee has met yesterday, and two votes are cast."""
    meeting = await reviewing.meet(builder.cast, [asked], builder.on(1))
    await reviewing.open_ballot(builder.cast, asked, meeting)
    await reviewing.vote(builder.cast, asked, lambda number: Vote.FAVOURABLE, voters=2)


async def _half_signed(builder: Builder, wanted: Wanted) -> None:
    """A recipe that was cancelled, and one that waits for its second signature."""
    cast = builder.cast
    permit_id = builder.region.permits[CARDIOMETABOLIC.name]
    laid_down = recipe(cast, wanted, permit_id, len(builder.files.names))
    cancelled = await prepare(cast, laid_down, ())
    cancel = CancelRelease(release_id=cancelled, reason=text("Prepared twice."))
    await cast.do(cancel, cast.by("preparer"))
    builder.region.releases.append(await prepare(cast, laid_down, ("first-officer",)))


async def _refused(builder: Builder, app: Asked, today: date) -> None:
    """The committee finds a request unfavourable, and the access body refuses it."""
    cast = builder.cast
    meeting = await reviewing.meet(cast, [app], today)
    await reviewing.open_ballot(cast, app, meeting)
    await reviewing.vote(cast, app, lambda number: Vote.UNFAVOURABLE)
    reasons = "The benefit for citizens is not shown."
    await reviewing.decide(cast, app, today, conditional=False, reasons=reasons)
    await reviewing.approve_minutes(cast, meeting)
    refusal = DecideRequest(
        request_id=app.request_id, granted=False, reason=text("The committee's decision.")
    )
    await cast.do(refusal, cast.by("access-officer"))
