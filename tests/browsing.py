"""A real browser for the tests: the system's Chromium, driven by Playwright, with axe-core."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

CANDIDATES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
"""WCAG 2.2 AA, EN 301 549 and good practice; no rule is switched off."""
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"
PHONE, NARROW, DESK = (360, 780), (320, 780), (1280, 900)


def find_chromium() -> str | None:
    """The browser that ``BAIMENA_TEST_CHROMIUM`` names, else the system's; None where none is."""
    chosen = os.environ.get("BAIMENA_TEST_CHROMIUM")
    found = (shutil.which(name) for name in CANDIDATES)
    return chosen or next((path for path in found if path), None)


@asynccontextmanager
async def browsing(executable: str) -> AsyncIterator[Browser]:
    """One browser process, with an empty profile of its own."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=executable, headless=True, args=ARGUMENTS
        )
        try:
            yield browser
        finally:
            await browser.close()


async def window(
    browser: Browser, size: tuple[int, int] = DESK, *, scripts: bool = True, **more: Any
) -> BrowserContext:
    """A window of its own; ``scripts`` false is a browser with JavaScript switched off."""
    viewport: Any = {"width": size[0], "height": size[1]}
    return await browser.new_context(viewport=viewport, java_script_enabled=scripts, **more)


@asynccontextmanager
async def serving(app: Any, host: str = "127.0.0.1") -> AsyncIterator[str]:
    """The application on a free port of this machine; the address it answers at."""
    listening = socket.socket()
    listening.bind((host, 0))
    config = uvicorn.Config(app, log_level="warning", lifespan="off", access_log=False)
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield f"http://{host}:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task


async def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page as it stands: rule, and the first place of each."""
    await page.evaluate(AXE)
    found = await page.evaluate(RUN, TAGS)
    return [
        f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:120]}"
        for one in found["violations"]
    ]


async def overflows(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    measure = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(await page.evaluate(measure))
