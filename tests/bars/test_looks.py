"""Every page in a real browser: axe with every rule, no overflow, light, nothing from elsewhere.

With ``make test`` every second page is looked at, in one language and size after the other; with
``make bars`` each of them in all, with our scripts and without. Forms are sent as they stand too,
where they are refused so: what is wrong with them is a page like any other.
"""

from __future__ import annotations

from itertools import product

import pytest

from governance.vocabulary.people import Language
from tests.bars.looking import Way, looking
from tests.bars.visits import visits
from tests.browsing import DESK, PHONE
from tests.portal.world import World

WAYS = [Way(*way) for way in product(Language, (PHONE, DESK), (True, False))]
EVERY_SECOND = 2
ONE_AFTER_THE_OTHER = 7
"""A step through the twelve ways that comes to each of them."""
SEEN = [(page, row) for page, row in visits() if row.kind == "text/html"]
PARTS = 2


@pytest.mark.parametrize("part", range(PARTS))
async def test_every_page_is_accessible_fits_and_is_light(
    world: World, chromium: str, part: int
) -> None:
    faults: list[str] = []
    async with looking(chromium, world) as looker:
        for number, (page, row) in enumerate(SEEN[::EVERY_SECOND]):
            if number % PARTS == part:
                way = WAYS[number * ONE_AFTER_THE_OTHER % len(WAYS)]
                faults += await looker.faults(page, row, way)
    assert "\n".join(faults) == ""


@pytest.mark.bars
@pytest.mark.parametrize("way", WAYS, ids=str)
async def test_every_page_in_every_way(world: World, chromium: str, way: Way) -> None:
    faults: list[str] = []
    async with looking(chromium, world) as looker:
        for page, row in SEEN:
            faults += await looker.faults(page, row, way)
    assert "\n".join(faults) == ""
