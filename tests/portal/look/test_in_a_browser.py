"""Every component in a real browser: axe with every rule, no overflow, nothing from elsewhere."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser
from playwright.async_api import Page as Window

from governance.vocabulary.people import Language
from tests.browsing import DESK, NARROW, overflows, serving, violations, window
from tests.portal.look.gallery import gallery
from tests.portal.look.workbench import workbench

pytestmark = pytest.mark.asyncio(loop_scope="module")
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
"""What a reader may ask her browser for: WCAG 2.2, 1.4.12."""


async def seen(opened: Window) -> list[str]:
    """Everything wrong with a page as it stands."""
    wide = await overflows(opened)
    return await violations(opened) + ([f"{wide} pixels too wide"] if wide else [])


@pytest.mark.parametrize(
    ("language", "size", "scripts"),
    [(Language.BASQUE, NARROW, True), (Language.SPANISH, DESK, False)],
)
async def test_every_component_is_accessible_and_fits(
    browser: Browser, language: Language, size: tuple[int, int], scripts: bool
) -> None:
    faults = {}
    async with serving(workbench(gallery(language))) as at:
        context = await window(browser, size)
        if not scripts:  # axe itself needs JavaScript; ours stays away
            await context.route("**/*.js", lambda route: route.abort())
        opened = await context.new_page()
        for name in gallery(language):
            await opened.goto(f"{at}/{name}")
            faults[name] = await seen(opened)
    assert {name: found for name, found in faults.items() if found} == {}


async def test_text_may_be_spaced_and_enlarged_without_loss(browser: Browser) -> None:
    pages = gallery(Language.BASQUE)
    faults = {}
    async with serving(workbench(pages)) as at:
        context = await window(browser, NARROW, bypass_csp=True)
        opened = await context.new_page()
        for name in pages:
            await opened.goto(f"{at}/{name}")
            await opened.add_style_tag(content=SPACED)
            faults[name] = await overflows(opened)
    assert {name: wide for name, wide in faults.items() if wide} == {}


async def test_the_policy_is_never_offended_and_nothing_comes_from_elsewhere(
    browser: Browser,
) -> None:
    said: list[str] = []
    asked: set[str] = set()
    pages = gallery(Language.ENGLISH)
    async with serving(workbench(pages)) as at:
        opened = await (await window(browser)).new_page()
        opened.on("console", lambda message: said.append(message.text))
        opened.on("pageerror", lambda fault: said.append(str(fault)))
        opened.on("request", lambda request: asked.add(request.url))
        for name in pages:
            await opened.goto(f"{at}/{name}")
    assert said == []
    assert [url for url in asked if not url.startswith(at)] == []


async def test_the_first_load_is_light(browser: Browser) -> None:
    sizes: list[int] = []
    async with serving(workbench(gallery(Language.BASQUE))) as at:
        opened = await (await window(browser)).new_page()
        opened.on("response", lambda answer: sizes.append(int(answer.headers["content-length"])))
        await opened.goto(f"{at}/form", wait_until="networkidle")
    assert len(sizes) >= 4  # the page, its style, its script, the mark
    assert sum(sizes) <= 200_000


async def test_a_fault_takes_the_focus_and_leads_to_its_field(browser: Browser) -> None:
    async with serving(workbench(gallery(Language.ENGLISH))) as at:
        opened = await (await window(browser)).new_page()
        await opened.goto(f"{at}/faulty-form")
        summary = opened.locator(".govuk-error-summary")
        assert await summary.evaluate("one => one === document.activeElement")
        for field in ("name", "born", "answer", "kinds"):
            await summary.locator(f'a[href="#{field}"]').click()
            assert await opened.evaluate("document.activeElement.id") == field


@pytest.mark.parametrize("scripts", [True, False])
async def test_the_first_tab_leads_past_the_head(browser: Browser, scripts: bool) -> None:
    async with serving(workbench(gallery(Language.ENGLISH))) as at:
        opened = await (await window(browser, scripts=scripts)).new_page()
        await opened.goto(f"{at}/table")
        await opened.keyboard.press("Tab")
        skip = opened.locator(":focus")
        assert (await skip.inner_text(), await skip.is_visible()) == ("Skip to main content", True)
        await opened.keyboard.press("Enter")
        await opened.keyboard.press("Tab")
        assert await opened.locator("main :focus").count() == 1
