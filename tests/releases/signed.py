"""A small region with a release that two officers have signed and nobody has run yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from governance.service.house import House, open_house
from governance.vocabulary.instants import day_of
from portal.demo import story, study
from portal.demo.cast import Cast, StoryClock, appoint, publish_sheet
from portal.demo.files_of_act import ISSUER, generated
from portal.demo.releasing import prepare, recipe
from portal.demo.studies import Wanted

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
SECRET = "a secret of the tests"


def house_at(url: str, folder: Path, clock: StoryClock) -> House:
    """The house in this folder; opened again it is the same one."""
    keys, data = folder / "keys", folder / "data"
    return open_house(url, keys=keys, secret=SECRET, data=data, clock=clock)


@dataclass
class Signed:
    """What a test needs of it."""

    cast: Cast
    release_id: str
    permit_id: str
    names: tuple[str, ...]
    url: str
    folder: Path
    issuer: str = ISSUER

    @property
    def house(self) -> House:
        """Its house."""
        return self.cast.house


async def a_signed_release(url: str, folder: Path, people: int = 120) -> Signed:
    """From the founding to the second signature."""
    clock = StoryClock(AT - timedelta(days=1500))
    cast = Cast(house_at(url, folder, clock), clock)
    files = generated(folder / "files", people)
    await appoint(cast)
    for major, days in enumerate(story.SHEETS_BEFORE, 1):
        clock.set(AT - timedelta(days=days))
        await publish_sheet(cast, major)
    clock.set(AT)
    today = day_of(AT)
    await story.bring_in(cast, files, today, lambda scene, what: None)
    wanted = await story.import_datasets(cast, files)
    asked = await study.ask(cast, wanted, today)
    await study.review(cast, asked, today)
    permit_id, _ = await study.permit(cast, asked)
    release_id = await sign(cast, wanted, permit_id)
    return Signed(cast, release_id, permit_id, files.names, url, folder)


async def sign(cast: Cast, wanted: Wanted, permit_id: str) -> str:
    """A recipe with two signatures."""
    return await prepare(cast, recipe(cast, wanted, permit_id, 100))
