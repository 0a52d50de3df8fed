"""The one ASGI application: guards, pages, compiled assets."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from portal.observing import healthz, metrics, readyz
from portal.page import Page
from portal.reception import Reception
from portal.rendering import STATIC, STATIC_URL
from portal.routes import NOWHERE, PAGES, checked
from portal.security import guards

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
API_URL = "/graphql"
FOREVER = "public, max-age=31536000, immutable"
"""Names of compiled assets change with their content (RFC 8246)."""


class Assets(StaticFiles):
    """Compiled assets, kept by browsers for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or 404 as for any other address."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = FOREVER
        return response


def create_app(
    reception: Reception,
    *,
    hosts: Sequence[str],
    metrics_token: str | None = None,
    graph: ASGIApp | None = None,
) -> Starlette:
    """The portal, complete. ``hosts`` are the names by which browsers may call it.

    ``graph`` is the API, which stands behind the same guards, at an address of its own.
    """
    machines = [page.path for page in PAGES if not page.spoken and page.take]
    app = Starlette(
        routes=[*([Route(API_URL, graph)] if graph else []), *routes(reception)],
        middleware=guards(
            hosts, reception.login.provider.issuer, secure=reception.login.secure, exempt=machines
        ),
        exception_handlers={Exception: reception.broken},
    )
    app.state.reception = reception
    app.state.routes = {one.name: one for one in app.routes if isinstance(one, Route)}
    app.state.works = {}
    app.state.ledger_check = None
    app.state.metrics_token = metrics_token
    return app


def routes(reception: Reception) -> Sequence[BaseRoute]:
    """The table of pages as the framework reads it."""

    async def to_language(request: Request) -> Response:
        return RedirectResponse(f"/{reception.language_of(request)}/", 303)

    found: list[BaseRoute] = [
        Route("/", to_language, name="root"),
        Mount(STATIC_URL, Assets(directory=STATIC), name="static"),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        Route("/metrics", metrics),
    ]
    found += [_route(reception, page) for page in checked(PAGES)]
    return [*found, Route("/{rest:path}", reception.endpoint(NOWHERE), methods=METHODS)]


def _route(reception: Reception, page: Page) -> Route:
    """An address with every method: one that the page does not answer has a clear page too."""
    path = f"/{{language}}{page.path}" if page.spoken else page.path
    return Route(path, reception.endpoint(page), methods=METHODS, name=page.name)
