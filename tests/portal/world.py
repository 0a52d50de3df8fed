"""A region behind a portal: built once, copied for each test, with everybody one can sign in as."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from httpx2 import ASGITransport, AsyncClient

from governance.service import web_state
from governance.service.house import House, open_house
from governance.service.web_state import Limits, Provider
from governance.vocabulary.people import Language, SubjectId
from portal.demo.cast import StoryClock
from portal.demo.region.build import FOUNDED_BEFORE, build
from portal.reception import Reception
from portal.rendering import Renderer
from portal.security import Pace
from portal.server import create_app

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
SECRET = "a secret of the tests"
PEOPLE = 150
ORIGIN = "http://portal.test"
ISSUER = "http://identity.test"
COOKIE = "baimena-session"


def house_at(folder: Path, url: str | None = None) -> tuple[House, StoryClock]:
    """The house of this folder, on its SQLite file or on another database."""
    clock = StoryClock(NOW)
    house = open_house(
        url or f"sqlite:///{folder / 'baimena.sqlite'}",
        keys=folder / "keys",
        secret=SECRET,
        data=folder / "data",
        clock=clock,
    )
    return house, clock


async def found_region(folder: Path, url: str | None = None) -> None:
    """Build the region into a folder, and remember who is who beside it."""
    house, clock = house_at(folder, url)
    clock.now = NOW - FOUNDED_BEFORE
    try:
        await house.database.migrate()
        region = await build(
            house, clock, folder / "files", people=PEOPLE, now=NOW, tell=lambda chapter: None
        )
    finally:
        await house.database.close()
    who = {**region.cast.people, **region.neighbours}
    who |= {f"member-{number}": one for number, one in enumerate(region.cast.members)}
    requests = {name: asked.request_id for name, asked in region.requests.items()}
    known = Known(who, requests, region.permits, region.releases)
    (folder / "known.json").write_text(json.dumps(asdict(known)), encoding="utf-8")


@dataclass(frozen=True)
class Known:
    """Ids of the region by the names that tests use."""

    people: dict[str, SubjectId]
    """The cast, the neighbours, and the committee as ``member-0`` (chair), ``member-1``..."""
    requests: dict[str, str]
    permits: dict[str, str]
    releases: list[str]


class World:
    """One test's own region, its portal, and browsers that somebody has signed in with."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.house, self.clock = house_at(folder, url)
        told = json.loads((folder / "known.json").read_text(encoding="utf-8"))
        self.known = Known(**told)
        self.app = create_app(reception_of(self.house), hosts=["portal.test"], issuer=ISSUER)

    async def browser(self, person: str | None = None, *, stepped_up: bool = False) -> AsyncClient:
        """A browser without JavaScript, in which this person of the region is signed in."""
        transport = ASGITransport(app=self.app)
        client = AsyncClient(transport=transport, base_url=ORIGIN, follow_redirects=True)
        if person is not None:
            client.cookies.set(COOKIE, await self.session_of(person, stepped_up=stepped_up))
        return client

    async def session_of(self, person: str, *, stepped_up: bool = False) -> str:
        """The id of a session of this person."""
        token = await web_state.begin_session(
            self.house,
            self.known.people[person],
            Provider(issuer=ISSUER, sub=person),
            language=Language.SPANISH,
            browser="Tests",
        )
        if stepped_up:
            live = await web_state.find_session(self.house, token, Limits())
            assert live is not None
            token = await web_state.step_up(self.house, live) or ""
        return token


def reception_of(house: House) -> Reception:
    """A reception that patience has made generous: a test sends more forms than a person."""
    return Reception(
        house=house,
        renderer=Renderer(),
        pace=Pace(forms=10_000),
        limits=Limits(),
        session_cookie=COOKIE,
        secure=False,
    )


def copied(template: Path, folder: Path) -> Path:
    """The region of ``template`` once more, for one test."""
    shutil.copytree(template, folder, ignore=shutil.ignore_patterns("files", "*-shm"))
    return folder
