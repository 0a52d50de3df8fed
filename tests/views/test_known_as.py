"""A citizen by her identifier: hers, or nothing, and logged as hers."""

from __future__ import annotations

from governance.views.access_log import AccessLog
from governance.views.known_as import CitizenKnownAs
from tests.views.household import Household


async def test_a_citizen_is_found_by_an_identifier_that_she_bears(home: Household) -> None:
    found = await home.asks("ane", CitizenKnownAs("registry", "ane"))
    assert found.id == home.people["ane"]


async def test_nobody_and_nobody_of_hers_are_one_answer(home: Household) -> None:
    assert await home.finds_nothing("jon", CitizenKnownAs("registry", "ane"))
    assert await home.finds_nothing("jon", CitizenKnownAs("registry", "nobody"))
    assert await home.finds_nothing("jon", CitizenKnownAs("registry", "\ud800"))


async def test_who_asked_for_whom_is_logged_refused_or_not(home: Household) -> None:
    await home.finds_nothing("jon", CitizenKnownAs("registry", "ane"))
    await home.asks("leire", CitizenKnownAs("registry", "unai"))
    reads = (await home.asks("auditor", AccessLog())).rows
    seen = {(one.about, one.allowed) for one in reads}
    assert {
        (("citizens", home.people["ane"]), False),
        (("citizens", home.people["unai"]), True),
    } <= seen
