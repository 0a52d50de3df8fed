"""The gallery: a picture of every page, to be looked at one by one. ``make gallery`` draws it.

Each page hangs there on a telephone in Spanish, on a desk in Basque, and on a telephone in
English: with a form that was sent as it stands, where it refuses it.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from governance.vocabulary.people import Language
from portal.page import Page
from tests.bars.looking import Looker, Way, looking
from tests.bars.visits import Row, visits
from tests.browsing import DESK, PHONE, find_chromium
from tests.portal.world import World, copied, found_region

FOLDER = Path("var/gallery")
HANGING = (
    Way(Language.SPANISH, PHONE, True),
    Way(Language.BASQUE, DESK, True),
    Way(Language.ENGLISH, PHONE, True),
)
TELEPHONE, WALL = 320, "display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start"


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as it looked."""

    file: str
    told: str


async def hang(folder: Path, chromium: str, console: Console) -> list[Picture]:
    """Draw every page into a folder, and say how far it has come."""
    shown = [(page, row) for page, row in visits() if row.kind == "text/html"]
    with tempfile.TemporaryDirectory() as rooms, Progress(console=console) as progress:
        task = progress.add_task("a region", total=len(shown) * len(HANGING))
        (template := Path(rooms) / "template").mkdir()
        await found_region(template)
        world = World(copied(template, Path(rooms) / "world"))
        pictures: list[Picture] = []
        async with looking(chromium, world) as looker:
            for number, (page, row) in enumerate(shown):
                for way in HANGING:
                    progress.update(task, advance=1, description=f"{page.name} {way.language}")
                    pictures.append(await drawn(looker, page, row, way, folder / f"{number:03}"))
        await world.house.database.close()
    return pictures


async def drawn(looker: Looker, page: Page, row: Row, way: Way, stem: Path) -> Picture:
    """The picture of one page, from its head to its foot."""
    path = await looker.visitors.path(page, row, way.language)
    await looker.goes(page, row, way, path)
    told = f"{row.person or 'nobody'} {path}"
    if way.language is Language.ENGLISH and await looker.can_send(page, row):
        await looker.sends(way)
        told += " (sent as it stands)"
    file = stem.with_name(f"{stem.name}-{page.name}-{way.language}-{way.size[0]}.png")
    await looker.opened.screenshot(path=file, full_page=True)
    return Picture(file.name, f"{told}: {await looker.opened.title()}")


def wall(pictures: list[Picture]) -> str:
    """A page on which all of them hang."""
    figures = "\n".join(
        f'<figure style="margin:0;width:{TELEPHONE}px"><a href="{one.file}">'
        f'<img src="{one.file}" alt="" loading="lazy" width="{TELEPHONE}"></a>'
        f"<figcaption>{escape(one.told)}</figcaption></figure>"
        for one in pictures
    )
    return (
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Gallery</title>'
        f'<h1>Every page</h1><div style="{WALL}">{figures}</div></html>'
    )


def main() -> int:
    """Draw the gallery anew."""
    console = Console()
    chromium = find_chromium()
    if chromium is None:
        console.print("The gallery needs Chromium, and there is none on this machine.")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    pictures = asyncio.run(hang(FOLDER, chromium, console))
    (FOLDER / "index.html").write_text(wall(pictures), encoding="utf-8")
    console.print(f"{len(pictures)} pictures hang in {FOLDER / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
