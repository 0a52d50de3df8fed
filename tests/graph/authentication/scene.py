"""A house with partners and people in it, an API before it, and somebody who knocks."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
from structlog.testing import capture_logs

from governance.lives.programme.accounts import LinkAccount, ProviderAccount
from governance.lives.programme.partners import (
    LinkPartnerClient,
    PartnerScope,
    ProviderClient,
    RegisterPartner,
)
from governance.lives.programme.staff import AppointStaff
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.service.house import House
from governance.service.ledger_check import ledger_size
from governance.storage import driver, ledger
from governance.storage.projections import project
from governance.vocabulary.entries import Command
from governance.vocabulary.people import Channel, Role, SubjectId
from graph.authentication import Authentication
from graph.authentication.memory import LASTS
from tests.contracts.entries import ANE, DESK, registered
from tests.graph.authentication.issuers import Issuer

STEWARD = SubjectId("5" * 32)
PARTNERS = {"hospital": SubjectId("a1" * 16), "biobank": SubjectId("b2" * 16)}
SCOPES = {
    "hospital": frozenset(PartnerScope),
    "biobank": frozenset({PartnerScope.VERDICTS, PartnerScope.PERMITS}),
}


class Clock:
    """The clock on the wall, moved by a test."""

    def __init__(self) -> None:
        self.moved = timedelta(0)

    def __call__(self) -> datetime:
        """The time that the test says it is."""
        return datetime.now(UTC) + self.moved


@dataclass(frozen=True)
class Answer:
    """What came of a request."""

    status: int
    told: dict[str, Any]
    challenge: str | None
    logged: list[Any]
    """What the log says was at fault."""

    @property
    def denied(self) -> tuple[int, str, str]:
        """Status, error, and the part at fault."""
        assert self.told.keys() == {"error"}, self.told
        realm = 'Bearer realm="baimena"'
        error = self.told["error"]
        assert self.challenge == (f'{realm}, error="{error}"' if error else realm)
        [logged] = self.logged
        assert logged.keys() == {"event", "log_level", "error", "part"}
        return self.status, error, logged["part"]


@dataclass
class Scene:
    """All of it, running."""

    house: House
    clock: Clock
    issuer: Issuer
    authentication: Authentication
    api: str
    elapsed: list[float]
    """The API's own count of seconds: it stands until a test moves it."""
    http: httpx2.AsyncClient = field(default_factory=lambda: httpx2.AsyncClient(trust_env=False))

    async def ask(self, token: str | None = None, do: str | None = None) -> Answer:
        """Ask with this token, or with none."""
        headers = [("Authorization", f"Bearer {token}")] if token is not None else []
        return await self.send(headers, {"do": do} if do else {})

    async def send(
        self,
        headers: list[tuple[str, str]],
        params: dict[str, str] | None = None,
        **body: Any,
    ) -> Answer:
        """Ask as these headers say. Where it is denied, nothing was written."""
        before = await self.kept()
        with capture_logs() as logged:
            came = await self.http.post(self.api, headers=headers, params=params, **body)
        answer = Answer(
            came.status_code, came.json(), came.headers.get("www-authenticate"), [*logged]
        )
        if came.status_code != 200:
            assert await self.kept() == before
        return answer

    def a_moment_later(self) -> None:
        """The API has forgotten whose the last tokens were."""
        self.elapsed[0] += LASTS

    async def kept(self) -> tuple[object, ...]:
        """How much is in the ledger, and which accounts are known."""
        async with self.house.database.reading() as session:
            rows = await driver.fetch(session, "SELECT issuer, sub, subject, name FROM accounts")
        return await ledger_size(self.house), sorted(map(tuple, rows))

    async def do(self, command: Command, by: SubjectId = STEWARD) -> None:
        """Somebody of the programme does this."""
        channel = Channel.OPERATOR
        principal = Principal(subject=by, channel=channel, stepped_up=True)
        outcome = await carry_out(self.house, command, by=principal)
        assert isinstance(outcome, Done), outcome

    async def appoint(self, person: SubjectId, role: Role) -> None:
        """The steward gives somebody a role."""
        await self.do(AppointStaff(person=person, role=role))

    async def found(self) -> None:
        """A steward, two partners with their clients, Ane with her account."""
        await self.do(AppointStaff(person=STEWARD, role=Role.STEWARD), by=DESK)
        for name, partner in PARTNERS.items():
            client = ProviderClient(self.issuer.issuer, name)
            await self.do(
                RegisterPartner(partner_id=partner, organisation=name, scopes=SCOPES[name])
            )
            await self.do(LinkPartnerClient(partner_id=partner, client=client))
        async with self.house.database.writing() as session:
            await project(session, await ledger.append(session, [registered(at=self.clock())]))
        await self.link("ane", ANE)

    async def link(self, sub: str, person: SubjectId) -> None:
        """The account of the provider is this person's."""
        await self.do(LinkAccount(person=person, account=ProviderAccount(self.issuer.issuer, sub)))


def now() -> int:
    """Seconds since 1970."""
    return int(time.time())
