"""Somebody signs in, as it should be."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from governance.storage import accounts, driver
from tests.portal.sign_in.browser import parameter
from tests.portal.sign_in.conftest import Scene


async def test_somebody_signs_in_and_comes_to_the_page_she_wanted(scene: Scene) -> None:
    back = await scene.ane.sign_in(next="/eu/requests?page=2")
    assert (back.status_code, back.headers["location"]) == (303, "/eu/requests?page=2")
    told = await scene.ane.am()
    assert told["browser"] == "Firefox"
    assert not told["stepped_up"]


async def test_she_is_the_same_person_the_next_time_and_another_is_not(scene: Scene) -> None:
    await scene.ane.sign_in()
    first = await scene.ane.am()
    again, other = scene.visitor(), scene.visitor("benat")
    await again.sign_in()
    await other.sign_in()
    assert (await again.am())["subject"] == first["subject"]
    assert (await other.am())["subject"] != first["subject"]


async def test_what_the_provider_says_of_her_is_kept(scene: Scene) -> None:
    await scene.ane.sign_in()
    house = scene.login.house
    async with house.database.reading() as session:
        [(name, email)] = await driver.fetch(session, "SELECT name, email FROM accounts")
        kept = await accounts.find(session, scene.provider.issuer, "ane")
    assert kept is not None
    assert kept.subject == (await scene.ane.am())["subject"]
    assert ("ane" in str(name).lower(), email) == (True, "ane@example.org")


async def test_the_provider_is_asked_as_the_current_practice_has_it(scene: Scene) -> None:
    asked = {
        name: values for name, values in parse_qs(urlsplit(await scene.ane.begin()).query).items()
    }
    assert all(len(values) == 1 for values in asked.values())
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert {len(asked[name][0]) for name in ("state", "nonce", "code_challenge")} == {43}
    assert asked["ui_locales"] == ["eu"]


async def test_two_tabs_of_one_browser_do_not_disturb_each_other(scene: Scene) -> None:
    first, second = await scene.ane.begin(next="/first"), await scene.ane.begin(next="/second")
    assert parameter(first, "state") != parameter(second, "state")
    back = await scene.ane.come_back(await scene.ane.at_provider(first))
    assert back.headers["location"] == "/first"
    back = await scene.ane.come_back(await scene.ane.at_provider(second))
    assert back.headers["location"] == "/second"


async def test_cookies_are_closed_to_scripts_and_other_sites(scene: Scene) -> None:
    url = await scene.ane.begin()
    begun = await scene.ane.http.get(f"{scene.ane.portal}/sign-in")
    done = await scene.ane.come_back(await scene.ane.at_provider(url))
    for answer in (begun, done):
        [said] = answer.headers.get_list("set-cookie")
        assert {"httponly", "samesite=lax", "path=/"} <= set(
            said.lower().replace(" ", "").split(";")
        )
