"""Identity is confirmed anew, by the same person, in the same session, just now."""

from __future__ import annotations

import time
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from tests.portal.sign_in.browser import Visitor, refusal
from tests.portal.sign_in.conftest import Scene

ASKED = {"step-up": "yes", "next": "/eu/vote"}


async def step_up(visitor: Visitor, *, other: bool = False) -> httpx2.Response:
    url = await visitor.begin(**ASKED)
    return await visitor.come_back(await visitor.at_provider(url, other=other))


async def test_she_confirms_who_she_is_and_goes_on_under_a_new_id(scene: Scene) -> None:
    await scene.ane.sign_in()
    before = scene.ane.cookie
    back = await step_up(scene.ane)
    assert (back.status_code, back.headers["location"]) == (303, "/eu/vote")
    assert (await scene.ane.am())["stepped_up"]
    assert scene.ane.cookie != before
    scene.ane.plant("baimena-demo", str(before))
    assert await scene.ane.am() == {}


async def test_the_provider_is_asked_for_a_fresh_confirmation(scene: Scene) -> None:
    await scene.ane.sign_in()
    asked = parse_qs(urlsplit(await scene.ane.begin(**ASKED)).query)
    assert (asked["prompt"], asked["max_age"]) == (["login"], ["0"])
    assert asked.get("acr_values", [""]) == [scene.provider.acr]


async def test_another_person_confirms_nothing(scene: Scene) -> None:
    await scene.ane.sign_in()
    scene.ane.who = "benat"
    code, _ = refusal(await step_up(scene.ane, other=True))
    told = await scene.ane.am()
    if told:
        assert (code, told["stepped_up"]) == ("step-up-other-person", False)
    else:  # a provider may tell us that Ane is signed out, now that Beñat sits there
        assert code == "sign-in-not-begun-here"


@pytest.mark.parametrize("age", [600, 60, None])
async def test_an_old_confirmation_or_none_is_not_enough(scene: Scene, age: int | None) -> None:
    await scene.ane.sign_in()
    then = None if age is None else int(time.time()) - age
    scene.answer_with(claims={"auth_time": then})
    assert refusal(await step_up(scene.ane)) == ("step-up-not-confirmed", ())
    assert not (await scene.ane.am())["stepped_up"]


@pytest.mark.parametrize("auth_time", ["now", True, 10.0**12])
async def test_a_confirmation_at_no_time_is_not_enough(scene: Scene, auth_time: object) -> None:
    await scene.ane.sign_in()
    scene.answer_with(claims={"auth_time": auth_time})
    code, _ = refusal(await step_up(scene.ane))
    assert code in ("step-up-not-confirmed", "sign-in-answer-invalid")
    assert not (await scene.ane.am())["stepped_up"]


@pytest.mark.parametrize("acr", [None, "urn:baimena:demo:one-click", "", ["x"]])
async def test_a_weaker_confirmation_is_not_enough(scene: Scene, acr: object) -> None:
    object.__setattr__(scene.login, "acr", "urn:baimena:demo:confirmed")
    await scene.ane.sign_in()
    scene.answer_with(claims={"acr": acr})
    assert refusal(await step_up(scene.ane)) == ("step-up-not-confirmed", ())
    assert not (await scene.ane.am())["stepped_up"]


async def test_a_confirmation_is_for_the_session_that_began_it(scene: Scene) -> None:
    await scene.ane.sign_in()
    callback = await scene.ane.at_provider(await scene.ane.begin(**ASKED))
    await scene.ane.sign_in()
    assert refusal(await scene.ane.come_back(callback)) == ("sign-in-not-begun-here", ())
    assert not (await scene.ane.am())["stepped_up"]


async def test_a_confirmation_without_its_session_is_worth_nothing(scene: Scene) -> None:
    await scene.ane.sign_in()
    callback = await scene.ane.at_provider(await scene.ane.begin(**ASKED))
    scene.ane.plant("baimena-demo", "")
    assert refusal(await scene.ane.come_back(callback)) == ("sign-in-not-begun-here", ())
