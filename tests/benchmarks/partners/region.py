"""The demo's region with more requests in it than a page holds, and tokens for its people."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey

from governance.lives.access_requests.commands import DecideRequest
from governance.service.house import system_clock
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import day_of
from governance.vocabulary.token_scopes import TokenScope
from portal.demo import asking
from portal.demo.cast import Cast
from portal.demo.personas import CLAIM
from portal.demo.region.build import FOUNDED_BEFORE, build
from portal.demo.region.builder import TEAM
from portal.demo.site import introduce
from portal.demo.studies import Study, Wanted
from tests.portal.world import house_at

PEOPLE, REQUESTS = 150, 60
LASTS = 6 * 3600
"""Seconds that a token of a benchmark counts."""
NUMBERS = count()


@dataclass(frozen=True, slots=True)
class Issuer:
    """Whoever signs tokens for the API, and for whom they are."""

    url: str
    key: ECKey
    audience: str

    def token(self, sub: str, **claims: str) -> str:
        """An access token for somebody (RFC 9068), by a program that may do whatever she may."""
        now = int(time.time())
        told = {"iss": self.url, "aud": self.audience, "sub": sub, "client_id": "benchmark"}
        told |= {"scope": " ".join(TokenScope), "jti": str(next(NUMBERS)), **claims}
        times = {"iat": now, "exp": now + LASTS}
        header = {"alg": "ES256", "kid": self.key.kid, "typ": "at+jwt"}
        return jwt.encode(header, {**told, **times}, self.key)

    def citizen(self, number: int) -> str:
        """The token of a citizen of the region, by her number in the register."""
        name = f"NA{number:06}"
        return self.token(name, **{CLAIM: name})


async def found(folder: Path, url: str, issuer: str) -> None:
    """Build it, yesterday; whoever works there signs in with ``issuer``."""
    house, clock = house_at(folder, url)
    now = system_clock().replace(microsecond=0) - timedelta(days=1)
    clock.now = now - FOUNDED_BEFORE
    try:
        await house.database.migrate()
        region = await build(
            house, clock, folder / "files", people=PEOPLE, now=now, tell=lambda chapter: None
        )
        await introduce(house, issuer, region)
        like = next(iter(region.requests.values())).application
        for number in range(REQUESTS):
            await _ask(region.cast, like, number)
    finally:
        await house.database.close()


async def _ask(cast: Cast, like: Any, number: int) -> None:
    """One more request, for the same data; the access body refuses every other one."""
    table = min(dataset for dataset, _ in like.columns)
    columns = tuple(sorted(name for dataset, name in like.columns if dataset == table))
    what = Study(name=f"study-{number:03}", benefit="To measure how fast it is read.")
    wanted = Wanted(table, table, columns)
    asked = await asking.draft(cast, what, wanted, day_of(cast.clock.now), TEAM)
    await asking.submit(cast, asked)
    if number % 2:
        await asking.complete(cast, asked)
        refusal = DecideRequest(
            request_id=asked.request_id, granted=False, reason=text("A benchmark's.")
        )
        await cast.do(refusal, cast.by("access-officer"))
