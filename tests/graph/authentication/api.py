"""An API with nothing in it but who asks: what the endpoint does with ``graph.authentication``."""

from __future__ import annotations

from dataclasses import asdict

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from governance.lives.consents.commands import OptOut
from governance.lives.consents.words import Given
from governance.lives.programme.staff import AppointStaff
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.ask import ask
from governance.service.carry_out import Done, carry_out
from governance.service.house import House
from governance.views.changes import Changes
from governance.vocabulary.entries import Command
from governance.vocabulary.people import Capacity, Channel, Role, SubjectId
from graph.authentication import Authentication, Denied

OTHER = SubjectId("9" * 32)


class Api:
    """Says whom it sees, and carries out what they ask."""

    def __init__(self, authentication: Authentication, house: House) -> None:
        self.authentication, self.house = authentication, house

    async def ask(self, request: Request) -> Response:
        """Who is it? And where ``do`` is asked, what comes of it."""
        asker = await self.authentication.who(request.headers.getlist("authorization"))
        if isinstance(asker, Denied):
            return JSONResponse(
                {"error": asker.fault}, asker.status, {"WWW-Authenticate": asker.challenge}
            )
        told = asdict(asker.principal) | {"client_id": asker.client_id}
        told["scopes"] = sorted(asker.scopes)
        if (wanted := request.query_params.get("do")) is not None:
            told["done"] = await self._do(wanted, asker.principal)
        return JSONResponse(told)

    async def _do(self, wanted: str, by: Principal) -> object:
        given = Given(
            giver=by.subject,
            capacity=Capacity.SELF,
            channel=Channel.API,
            effective_at=self.house.clock(),
        )
        commands: dict[str, Command] = {
            "opt-out": OptOut(citizen=by.subject, given=given),
            "appoint": AppointStaff(person=OTHER, role=Role.DESK),
        }
        if wanted == "follow":
            followed = await ask(self.house, Changes(), by=by)
            return followed.code if isinstance(followed, Refusal) else True
        outcome = await carry_out(self.house, commands[wanted], by=by)
        if isinstance(outcome, Refusal):
            return [outcome.code, *outcome.rules]
        return isinstance(outcome, Done)


def api(authentication: Authentication, house: House) -> Starlette:
    """All of it."""
    return Starlette(routes=[Route("/ask", Api(authentication, house).ask, methods=["POST"])])
