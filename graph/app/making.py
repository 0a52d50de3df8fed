"""Puts the API together as the settings say."""

from __future__ import annotations

import strawberry
from asgi_cross_origin_protection import CrossOriginProtection
from starlette.types import ASGIApp

from governance.service.house import House
from governance.settings import Settings
from graph.app.budget import Budget
from graph.app.documents import Documents
from graph.app.endpoint import Graph
from graph.app.page import Explorer
from graph.app.parts import Authenticates, Prepare
from graph.limits import Guard, Limits


def create_graph(
    schema: strawberry.Schema,
    house: House,
    authentication: Authenticates,
    settings: Settings,
    *,
    explorer: Explorer | None = None,
    prepare: Prepare | None = None,
) -> ASGIApp:
    """The API of this house, to be mounted at one address; other sites' forms are refused.

    Extensions of the framework's schema do not run: ``prepare`` is called before each operation.
    Raises ValueError for a schema that has some. ``explorer`` is for the demo: a page to try it at.
    """
    if schema.extensions:
        raise ValueError("the API runs no extensions of a schema: it would leave them out")
    core = schema._schema
    guard = Guard(core, limits=Limits(cost=settings.api_points_per_request))
    graph = Graph(
        house,
        schema,
        authentication,
        Documents(core, guard),
        Budget(house, settings.api_points, settings.api_points_per_second),
        seconds=settings.api_seconds,
        explorer=explorer,
        prepare=prepare,
    )
    return CrossOriginProtection(graph)
