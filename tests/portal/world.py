"""A region behind a portal: built once, copied for each test, with everybody one can sign in as."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from httpx2 import ASGITransport, AsyncClient
from joserfc.jwk import ECKey

from governance.service import web_state
from governance.service.house import House, open_house
from governance.service.sign_in import Naming
from governance.service.web_state import Limits, Provider
from governance.vocabulary.people import Language, SubjectId
from portal.demo.cast import StoryClock
from portal.demo.region.build import FOUNDED_BEFORE, build
from portal.demo.site import introduce
from portal.login import Login, session_cookie
from portal.login.provider import OpenIDProvider
from portal.reception import Reception
from portal.rendering import Renderer
from portal.security import Pace
from portal.server import create_app

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
SECRET = "a secret of the tests"
PEOPLE = 150
ORIGIN = "http://portal.test"
ISSUER = "http://identity.test"
NAMES = "http://names.test"
"""Another provider, with which everybody who has a name has signed in once."""
COOKIE = session_cookie(secure=False)


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
    """Build the region into a folder, and remember who is who beside it. Everybody at work there
    has signed in once, and has a name.
    """
    house, clock = house_at(folder, url)
    clock.now = NOW - FOUNDED_BEFORE
    try:
        await house.database.migrate()
        region = await build(
            house, clock, folder / "files", people=PEOPLE, now=NOW, tell=lambda chapter: None
        )
        await introduce(house, NAMES, region)
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
        self.app = create_app(reception_of(self.house), hosts=["portal.test"])

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
    pace = Pace(**{"forms": 10_000, "sign-ins": 10_000})
    renderer = Renderer({"demo": True, "programme": "Baimena", "contact": "dpd@baimena.test"})
    return Reception(house=house, renderer=renderer, pace=pace, login=login_of_tests(house))


def login_of_tests(house: House) -> Login:
    """A provider that nobody reaches: sessions of these tests begin without it."""
    provider = OpenIDProvider(
        ISSUER,
        client_id="baimena",
        key=ECKey.generate_key("P-256"),
        scope="openid",
        clock=lambda: house.clock().timestamp(),
    )
    return Login(house, provider, public_url=ORIGIN, limits=Limits(), naming=Naming())


def copied(template: Path, folder: Path) -> Path:
    """The region of ``template`` once more, for one test."""
    shutil.copytree(template, folder, ignore=shutil.ignore_patterns("files", "*-shm"))
    return folder
