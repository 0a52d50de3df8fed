"""Somebody before a browser whose JavaScript is off, and who has a keyboard and no mouse."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from playwright.async_api import Browser, Locator, Page

from tests.browsing import DESK, overflows, window

MOST_TABS = 120
PATIENCE = 60
"""Seconds until what is done behind a page must be done."""
SIGN_IN = {
    "es": ("Entrar", "Ir al servicio de identificación"),
    "eu": ("Sartu", "Joan identifikazio-zerbitzura"),
    "en": ("Sign in", "Continue to the identity service"),
}
"""Links that lead to the identity provider."""
SAID = """one => [one.labels?.[0]?.innerText, one.getAttribute("aria-label"), one.innerText]
    .filter(Boolean).join(" ").replace(/\\s+/g, " ").trim()"""
"""What a control says of itself: its label, or its own words."""


@dataclass
class Person:
    """One person and her window."""

    page: Page
    portal: str

    async def opens(self, path: str) -> None:
        """Write an address of the portal."""
        await self.page.goto(self.portal + path)

    async def signs_in(self, name: str, language: str) -> None:
        """Come to the first page in a language, and sign in there as this person of the demo."""
        await self.opens(f"/{language}/")
        for link in (*SIGN_IN[language], name):
            await self.follows(link)

    async def follows(self, words: str) -> None:
        """Reach a link or a button by keyboard, and press Enter; another page comes."""
        await self._reach(words)
        async with self.page.expect_navigation():
            await self.page.keyboard.press("Enter")
        assert await overflows(self.page) <= 0, f"{self.page.url} is too wide"

    async def chooses(self, words: str) -> None:
        """Reach a radio button or a checkbox by keyboard, and choose it."""
        control = await self._reach(words)
        if not await control.is_checked():
            await self.page.keyboard.press("Space")
        assert await control.is_checked()

    async def writes(self, label: str, text: str) -> None:
        """Reach a field by keyboard, and write."""
        await self._reach(label)
        await self.page.keyboard.insert_text(text)

    async def reads(self, words: str) -> bool:
        """Whether the page says this."""
        return words in await self.page.locator("body").inner_text()

    async def waits_for(self, words: str) -> None:
        """Ask for the page anew until it says this."""
        for _ in range(PATIENCE):
            if await self.reads(words):
                return
            await asyncio.sleep(1)
            await self.page.reload()
        raise AssertionError(f"{self.page.url} never says {words}")

    async def _reach(self, words: str) -> Locator:
        """Go on with Tab, and with the arrow inside a group, until a control says this."""
        stop, passed = self.page.locator(":focus"), dict[str, None]()
        for _ in range(MOST_TABS):
            await self.page.keyboard.press("Tab")
            if not await stop.count():
                continue  # the browser's own controls
            said = str(await stop.evaluate(SAID))
            while words not in said and await self._next_of_group(stop):
                said = str(await stop.evaluate(SAID))
            if words in said:
                assert await stop.is_visible(), f"{words} has the focus and cannot be seen"
                return stop
            passed[said] = None
        raise AssertionError(f"no key leads to {words} on {self.page.url}: {list(passed)}")

    async def _next_of_group(self, stop: Locator) -> bool:
        """The next radio button of the same group; False where there is none."""
        if await stop.get_attribute("type") != "radio":
            return False
        last = "one => one === [...one.form.elements[one.name]].at(-1)"
        if await stop.evaluate(last):
            return False
        await self.page.keyboard.press("ArrowDown")
        return True


async def person(
    browser: Browser, portal: str, language: str, size: tuple[int, int] = DESK
) -> Person:
    """Somebody with a window of this size, whose browser asks for this language."""
    context = await window(browser, size, scripts=False, locale=language)
    return Person(await context.new_page(), portal)
