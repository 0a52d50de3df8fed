"""One request from its first header to the last byte of its answer."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import Any

import strawberry
from graphql import GraphQLError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from governance.refusals import Refusal
from governance.service.house import House
from graph.app.budget import Budget, Payer, is_public
from graph.app.documents import Documents, Known
from graph.app.execution import executed
from graph.app.observing import FINE, observe
from graph.app.page import Explorer, wants_page
from graph.app.parts import Authenticates, Prepare
from graph.authentication import Asker, Denied
from graph.conduct import (
    JSON,
    Answer,
    Asked,
    Problem,
    broken,
    cost_told,
    limits_told,
    masked,
    negotiate,
    read_body,
    read_request,
    refused,
    request_error,
    require_json,
)
from graph.context import Context
from graph.limits import BODY_WITH_LIST, LONGEST_BODY, PLAIN_BODY

Errors = list[dict[str, Any]]


@dataclass(frozen=True)
class Graph:
    """The API. It holds nothing of one viewer from one request to the next."""

    house: House
    schema: strawberry.Schema
    authentication: Authenticates
    documents: Documents
    budget: Budget
    seconds: float
    explorer: Explorer | None = None
    prepare: Prepare | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI. What is not HTTP is not answered."""
        if scope["type"] != "http":
            raise RuntimeError("the API speaks HTTP only")
        try:
            response = await self._answered(Request(scope, receive))
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _answered(self, request: Request) -> Response:
        if self.explorer and wants_page(request):
            return self.explorer.page()
        began, media, one = perf_counter(), JSON, Visit(self)
        try:
            if request.method != "POST":
                raise Problem(405, "method-not-allowed", headers={"Allow": "POST"})
            media = negotiate(request.headers)
            content, status = await one.content(request), 200
            if "data" not in content and media != JSON:
                status = 400
        except Problem as problem:
            content, status = {"errors": [problem.error()]}, problem.status
            one.headers |= problem.headers
        except ClientDisconnect:
            raise
        except Exception as fault:  # whatever it is, its words stay here
            content, status = {"errors": [broken(fault)]}, 500
        if one.told:
            content["extensions"] = one.told
        errors = content.get("errors")
        code = errors[0]["extensions"]["code"] if errors else FINE
        observe(code, status, one.charged, perf_counter() - began)
        return Answer(content, media=media, status=status, headers=one.headers)


class Visit:
    """One request under way, and what is told beside its answer."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.headers: dict[str, str] = {}
        self.told: dict[str, Any] = {}
        self.charged = 0

    async def content(self, request: Request) -> dict[str, Any]:
        """The answer. Raises Problem where the request is none, or may not be answered now."""
        require_json(request.headers)
        asker = await self._asker(request)
        public = is_public(asker.principal)
        payer = self.graph.budget.payer(asker, request)
        try:
            body = await read_body(request, PLAIN_BODY if public else LONGEST_BODY)
            asked = read_request(body, longest_list=BODY_WITH_LIST)
        except Problem:
            await self._pay(payer, 1)
            raise
        found = await self._document(asked, payer, public=public, length=len(body))
        if not isinstance(found, Known):
            return {"errors": found}
        context = Context(self.graph.house, asker.principal, asker.client_id, step_up=asker.step_up)
        return await self._executed(found, asked, context)

    async def _asker(self, request: Request) -> Asker:
        found = await self.graph.authentication.who(request.headers.getlist("authorization"))
        if isinstance(found, Denied):
            code = str(found.fault).replace("_", "-") or "credentials-missing"
            raise Problem(found.status, code, headers={"WWW-Authenticate": found.challenge})
        return found

    async def _document(
        self, asked: Asked, payer: Payer, *, public: bool, length: int
    ) -> Known | Errors:
        """Read, priced, paid, validated; a query that is refused costs a point."""
        try:
            known = self.graph.documents.read(asked.query)
        except GraphQLError as error:
            await self._pay(payer, 1)
            return request_error("query-malformed", [error])
        if isinstance(known, Refusal):
            await self._pay(payer, 1)
            return [refused(known)]
        cost = self.graph.documents.cost(
            known, asked.operation, asked.variables, introspects=not public
        )
        if isinstance(cost, Refusal):
            await self._pay(payer, 1)
            return [refused(cost)]
        if cost.requested > payer.quota.points:
            await self._pay(payer, 1)
            return [refused(Refusal("query-too-expensive", items=(str(payer.quota.points),)))]
        if length > cost.body:
            await self._pay(payer, 1)
            raise Problem(413, "body-too-long", maximum=cost.body)
        await self._pay(payer, cost.requested)
        errors = self.graph.documents.errors(known)
        return request_error("query-invalid", errors) if errors else known

    async def _pay(self, payer: Payer, points: int) -> None:
        spent = await self.graph.budget.pay(payer, points)
        self.headers |= limits_told(payer.quota, spent)
        self.told = cost_told(payer.quota, spent, points)
        if not spent.allowed:
            raise Problem(429, "rate-limited")
        self.charged = points

    async def _executed(self, known: Known, asked: Asked, context: Context) -> dict[str, Any]:
        graph = self.graph
        try:
            result = await executed(
                graph.schema,
                known.document,
                asked,
                context,
                prepare=graph.prepare,
                seconds=graph.seconds,
            )
        except GraphQLError as error:
            return {"errors": request_error("query-invalid", [error])}
        errors = result.errors or []
        if result.data is None and errors and all(error.path is None for error in errors):
            return {"errors": request_error("variables-invalid", errors)}
        content: dict[str, Any] = {"data": result.data}
        if errors:
            content["errors"] = masked(errors)
        return content
