"""A partner's developer tries the API of the demo in a browser, at its own address."""

from __future__ import annotations

import json

from playwright.async_api import expect

from tests.browsing import DESK, NARROW, overflows, window
from tests.graph.running import Running
from tests.journeys.browser.conftest import Demo


async def test_a_developer_asks_for_the_register_and_then_for_the_schema(demo: Demo) -> None:
    opened = await window(demo.browser, DESK)
    page, said = await opened.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    await page.goto(f"{demo.site.portal}/graphql")
    await page.get_by_label("Execute query").click()
    await expect(page.locator(".result-window")).to_contain_text('"receivedOn"')
    token = await Running(demo.site).token("hospital")
    await page.get_by_role("button", name="Headers").click()
    await page.locator(".graphiql-editor-tool .CodeMirror:visible").click()
    await page.keyboard.insert_text(json.dumps({"Authorization": f"Bearer {token}"}))
    await page.get_by_label("Re-fetch GraphQL schema").click()
    await page.get_by_label("Show Documentation Explorer").click()
    await expect(page.get_by_role("link", name="AccessRequestConnection")).to_be_visible()
    assert said == []
    assert token not in json.dumps(await page.evaluate("() => ({...localStorage})"))


async def test_without_scripts_the_page_says_how_to_ask(demo: Demo) -> None:
    opened = await window(demo.browser, NARROW, scripts=False)
    page = await opened.new_page()
    await page.goto(f"{demo.site.portal}/graphql")
    await expect(page.locator("pre")).to_contain_text("curl --json")
    assert await overflows(page) <= 0
