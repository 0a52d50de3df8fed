"""The ten main pages before Lighthouse, as a throttled telephone sees them. ``make lighthouse``.

Lighthouse comes by npm into a temporary folder. Where there is no npm, no Chromium, or no way to
install it, nothing is measured and the reason is printed.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from portal.routes import PAGES
from portal.server import create_app
from tests.bars.visiting import Visitors
from tests.bars.visits import ROWS
from tests.browsing import ARGUMENTS, find_chromium, serving
from tests.portal.world import COOKIE, World, copied, found_region, reception_of

LIGHTHOUSE = "lighthouse@12.8.2"
MAIN = (
    *("start", "how-it-works", "register", "privacy", "sign-in"),
    *("home", "choose", "uses", "requests", "committee"),
)
LEAST = {"accessibility": 1.0, "performance": 0.95}
LANGUAGE = "es"
TRIES = 3
"""Lighthouse at times loses the trace of a page, scores nothing, and asks to be run again."""
INSTALL = ("--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", "--loglevel=error")


def program(folder: Path) -> Path | None:
    """Lighthouse in this folder; None where it cannot be had."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    command = [npm, "install", "--prefix", str(folder), *INSTALL, LIGHTHOUSE]
    if subprocess.run(command, check=False).returncode:
        return None
    return folder / "node_modules" / ".bin" / "lighthouse"


async def measured(
    lighthouse: Path, chromium: str, url: str, cookie: str | None
) -> dict[str, float]:
    """The scores of one page, from 0 to 1."""
    report = lighthouse.parents[2] / "report.json"
    command = [
        str(lighthouse),
        url,
        *("--quiet", "--output=json", f"--output-path={report}"),
        f"--only-categories={','.join(LEAST)}",
        f"--chrome-flags={' '.join(ARGUMENTS)}",
        *([f"--extra-headers={json.dumps({'Cookie': f'{COOKIE}={cookie}'})}"] if cookie else []),
    ]
    for _ in range(TRIES):
        running = await asyncio.create_subprocess_exec(
            *command, env={**os.environ, "CHROME_PATH": chromium}
        )
        if await running.wait() == 0:
            break
    else:
        raise RuntimeError(f"Lighthouse could not look at {url}")
    found = json.loads(report.read_text(encoding="utf-8"))
    if found["finalDisplayedUrl"] != url:
        raise RuntimeError(f"{url} leads to {found['finalDisplayedUrl']}")
    return {name: float(one["score"] or 0) for name, one in found["categories"].items()}


async def measure(lighthouse: Path, chromium: str, folder: Path, console: Console) -> int:
    """Look at each page, and say what it scored; how many stay below the bar."""
    (template := folder / "template").mkdir()
    await found_region(template)
    world = World(copied(template, folder / "world"))
    visitors, pages, low = Visitors(world), {page.name: page for page in PAGES}, 0
    async with serving(create_app(reception_of(world.house), hosts=["127.0.0.1"])) as at:
        for name in MAIN:
            page, row = pages[name], ROWS[name]
            path = await visitors.path(page, row, LANGUAGE)
            cookie = await visitors.cookie(page, row)
            scores = await measured(lighthouse, chromium, at + path, cookie)
            below = any(scores[kind] < least for kind, least in LEAST.items())
            low += below
            told = ", ".join(f"{kind} {round(score * 100)}" for kind, score in scores.items())
            console.print(f"{name}: {told}{' (too low)' if below else ''}")
    await world.house.database.close()
    return low


def main() -> int:
    """Measure the main pages; 1 where one of them is below the bar."""
    console, chromium = Console(), find_chromium()
    with tempfile.TemporaryDirectory() as folder:
        lighthouse = program(Path(folder)) if chromium else None
        if chromium is None or lighthouse is None:
            console.print("Lighthouse was passed over: it needs Chromium, npm and a registry.")
            return 0
        return 1 if asyncio.run(measure(lighthouse, chromium, Path(folder), console)) else 0


if __name__ == "__main__":
    sys.exit(main())
