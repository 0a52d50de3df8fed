"""The few pages of the demo's provider: three languages, no script, and nobody led astray."""

from __future__ import annotations

import re
import time

import httpx2
import pytest

from portal.demo.identity import CONFIRMED
from portal.demo.identity.memory import Memory
from portal.demo.identity.words import WORDS
from tests.portal.sign_in.browser import Forms, Visitor
from tests.portal.sign_in.demo_client import BACK, PORTAL, Running


async def test_a_page_waits_for_the_browser_that_asked(running: Running) -> None:
    waiting = await running.authorize()
    page = f"{running.issuer}{waiting.headers['location']}"
    async with httpx2.AsyncClient(trust_env=False) as other:
        assert (await other.get(page)).status_code == 400
        assert (await other.post(page, data={"persona": "ane"})).status_code == 400
    assert (await running.http.get(page)).status_code == 200
    assert (await running.http.get(f"{running.issuer}/asked/unknown")).status_code == 400


async def test_whoever_turns_back_is_sent_back(running: Running) -> None:
    waiting = await running.authorize()
    page = f"{running.issuer}{waiting.headers['location']}"
    back = await running.http.post(page, data={"cancel": "yes"})
    assert "error=access_denied" in back.headers["location"]
    assert "iss=" in back.headers["location"]


def test_memory_forgets_what_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, now = Memory(), time.time()
    first = memory.keep_asked([], "b")
    monkeypatch.setattr("portal.demo.identity.memory.time.time", lambda: now + 601)
    second = memory.keep_asked([], "b")
    assert set(memory.asked) == {second} != {first}


@pytest.mark.parametrize("language", ["es", "eu", "en"])
async def test_its_pages_speak_the_language_asked_for(running: Running, language: str) -> None:
    waiting = await running.authorize(ui_locales=language)
    page = await running.http.get(f"{running.issuer}{waiting.headers['location']}")
    assert f'<html lang="{language}">' in page.text
    assert f"Ane Erro ({language})" in page.text
    assert len(re.findall("<h1>", page.text)) == 1
    assert "<script" not in page.text
    assert "style=" not in page.text
    [form] = Forms(page.text).forms
    assert [value for name, value in form["buttons"] if name == "persona"] == ["ane", "benat"]
    others = re.findall(r'href="([^"]+)" lang="(\w\w)"', page.text)
    assert {code for _, code in others} == {"es", "eu", "en"} - {language}
    for address_of, code in others:
        again = await running.http.get(running.issuer + address_of.replace("&amp;", "&"))
        assert f'<html lang="{code}">' in again.text
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert f"form-action 'self' {PORTAL}" in policy


def test_every_word_is_there_in_each_language() -> None:
    assert {name: len({*said.values()}) for name, said in WORDS.items()} == dict.fromkeys(WORDS, 3)


async def test_signing_out_is_confirmed_and_leads_to_registered_places_only(
    running: Running,
) -> None:
    visitor = Visitor(PORTAL, http=running.http)
    for back, expected in ((f"{PORTAL}/signed-out", 303), ("https://attacker.example/", 200)):
        asked = {"client_id": "baimena", "post_logout_redirect_uri": back}
        page = await running.http.get(f"{running.issuer}/end-session", params=asked)
        assert page.status_code == 200
        left = await visitor.send(page)
        assert left.status_code == expected
        assert "attacker" not in left.headers.get("location", "")
    assert (await running.http.get(f"{running.issuer}/style.css")).status_code == 200
    wrong = {"id_token_hint": "x.y.z"}
    assert (
        await running.http.get(f"{running.issuer}/end-session", params=wrong)
    ).status_code == 400


async def test_whoever_is_signed_in_there_already_passes_unless_more_is_asked(
    running: Running,
) -> None:
    await running.code()
    cases: list[tuple[dict[str, str], bool]] = [
        ({}, True),
        ({"max_age": "600"}, True),
        ({"max_age": "0"}, False),
        ({"prompt": "login"}, False),
        ({"acr_values": CONFIRMED}, False),
    ]
    for number, (asked, passes) in enumerate(cases):
        answer = await running.authorize(nonce=f"n{number}", **asked)
        assert answer.headers["location"].startswith(BACK) is passes, asked


async def test_a_click_on_nothing_that_is_there_asks_again(running: Running) -> None:
    waiting = await running.authorize(acr_values=CONFIRMED, ui_locales="eu")
    page = f"{running.issuer}{waiting.headers['location']}"
    for clicked in ({"persona": "nobody"}, {"confirm": "yes"}, {"x": "y"}):
        answer = await running.http.post(page, data=clicked)
        assert answer.headers["location"] == waiting.headers["location"]
    await running.http.post(page, data={"persona": "ane"})
    assert "Ane Erro" in (await running.http.get(page)).text
    given = await running.http.post(page, data={"confirm": "yes"})
    assert "code=" in given.headers["location"]


async def test_a_double_click_is_one_answer(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = await running.authorize()
    page = f"{running.issuer}{waiting.headers['location']}"
    answers = [await running.http.post(page, data={"persona": "ane"}) for _ in range(2)]
    first, second = (answer.headers["location"] for answer in answers)
    assert first == second
    now = time.time()
    monkeypatch.setattr("portal.demo.identity.asking.time.time", lambda: now + 11)
    assert (await running.http.post(page, data={"persona": "ane"})).status_code == 400
