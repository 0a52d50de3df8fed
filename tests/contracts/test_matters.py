"""What an office works on is found by what it is, on both databases."""

from __future__ import annotations

from datetime import timedelta

from governance.lives import access_requests, permits
from governance.storage import ledger
from governance.storage.database import Database
from governance.storage.projections import matters as projection
from governance.storage.queries.matters import Wanted, count, find
from governance.vocabulary.matters import Order, Part
from tests.builders import STRANGER, Walk
from tests.permit_builders import COLLEAGUE, ENDS, PERMIT, REQUEST, a_permit
from tests.request_builders import APPLICANT, COMPLETE_BY, DECIDE_BY, a_request

REQUESTS, PERMITS = access_requests.NAME, permits.NAME


async def grow(database: Database, life: str, **walks: Walk) -> None:
    """Streams of one life, as if their events had been recorded."""
    async with database.writing() as session:
        for key, walk in walks.items():
            events = [(f"{life}/{key}", event) for event in walk]
            await projection.project(session, await ledger.append(session, events))


async def keys(database: Database, wanted: Wanted, *, limit: int = 9, offset: int = 0) -> list[str]:
    async with database.reading() as session:
        found = await find(session, wanted, limit=limit, offset=offset)
        assert limit < 9 or len(found) == await count(session, wanted)
    return [key for key, _ in found]


async def test_they_are_found_by_status_day_order_and_page(database: Database) -> None:
    walks = {"draft": a_request(), "returned": a_request().returned()}
    await grow(database, REQUESTS, **walks, complete=a_request().complete())
    every = Wanted(life=REQUESTS)
    assert await keys(database, every) == ["complete", "returned", "draft"]
    assert await keys(database, every, limit=1, offset=1) == ["returned"]
    due = Wanted(life=REQUESTS, order=Order.DUE_FIRST)
    assert await keys(database, due) == ["returned", "complete", "draft"]
    oldest = Wanted(life=REQUESTS, order=Order.OLDEST_FIRST)
    assert await keys(database, oldest) == ["draft", "returned", "complete"]
    assert await keys(database, Wanted(life=REQUESTS, statuses=("draft",))) == ["draft"]
    assert await keys(database, Wanted(life=REQUESTS, statuses=())) == []
    late = Wanted(life=REQUESTS, due_before=DECIDE_BY)
    assert await keys(database, late) == ["returned"]
    assert await keys(database, Wanted(life=REQUESTS, due_before=COMPLETE_BY)) == []
    assert await keys(database, Wanted(life=REQUESTS, up_to=1)) == ["draft"]
    assert await keys(database, Wanted(life=PERMITS)) == []


async def test_they_are_found_by_whoever_has_a_part_in_them(database: Database) -> None:
    await grow(database, REQUESTS, one=a_request())
    await grow(database, PERMITS, two=a_permit())
    asked = Wanted(life=REQUESTS, person=APPLICANT, parts=(Part.APPLICANT,))
    assert await keys(database, asked) == ["one"]
    named = Wanted(life=REQUESTS, person=APPLICANT, parts=(Part.NAMED,))
    assert await keys(database, named) == []
    assert await keys(database, Wanted(life=PERMITS, person=COLLEAGUE)) == ["two"]
    assert await keys(database, Wanted(life=REQUESTS, person=COLLEAGUE)) == []
    assert await keys(database, Wanted(life=REQUESTS, person=STRANGER)) == []


async def test_a_permit_is_found_by_its_request_while_it_lasts_and_after(
    database: Database,
) -> None:
    await grow(database, PERMITS, **{PERMIT: a_permit()}, ended=a_permit().revoked())
    of_request = Wanted(life=PERMITS, belongs_to=(REQUEST, "another"))
    assert sorted(await keys(database, of_request)) == sorted([PERMIT, "ended"])
    assert await keys(database, Wanted(life=PERMITS, belongs_to=("another",))) == []
    assert await keys(database, Wanted(life=PERMITS, belongs_to=())) == []
    by_day = Wanted(life=PERMITS, due_before=ENDS + timedelta(days=1), order=Order.DUE_FIRST)
    assert await keys(database, by_day) == ["ended", PERMIT]
    assert await keys(database, Wanted(life=PERMITS, due_before=ENDS)) == ["ended"]


async def test_where_a_matter_stands_follows_what_happens_to_it(database: Database) -> None:
    walk = a_request().returned()
    for event in walk:
        await grow(database, REQUESTS, one=Walk((event,)))
    assert await keys(database, Wanted(life=REQUESTS, statuses=("returned",))) == ["one"]
    assert await keys(database, Wanted(life=REQUESTS, statuses=("draft", "submitted"))) == []
