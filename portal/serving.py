"""The portal as the settings want it, for the server's processes and for the demo."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from urllib.parse import urlsplit

import structlog
from starlette.applications import Starlette

from governance.service.house import House
from governance.service.settling import settle
from governance.settings import LogLevel, Settings, read_settings
from graph.app import Explorer, create_graph
from graph.authentication import authentication_of
from graph.instants import pin
from graph.schema import SCHEMA
from graph.webhooks import telling
from portal.housing import house_of
from portal.login import login_of, refuse_demo_settings
from portal.reception import Reception
from portal.rendering import Renderer
from portal.security import Pace
from portal.server import create_app

LEVELS = {LogLevel.DEBUG: 10, LogLevel.INFO: 20, LogLevel.WARNING: 30, LogLevel.ERROR: 40}


def application(settings: Settings, house: House, *, demo: bool = False) -> Starlette:
    """The portal and the API on this house. Raises UnusableSettings where they say too little."""
    reception = Reception(
        house=house,
        renderer=Renderer(
            {"demo": demo, "programme": settings.programme_name, "contact": settings.contact}
        ),
        pace=Pace(**{"forms": settings.forms_per_minute, "sign-ins": settings.sign_ins_per_minute}),
        login=login_of(settings, house),
    )
    token = settings.metrics_token.get_secret_value() if settings.metrics_token else None
    host = urlsplit(settings.public_url).hostname or ""
    authentication = authentication_of(settings, house)
    graph = create_graph(
        SCHEMA,
        house,
        authentication,
        settings,
        explorer=_explorer(reception.renderer) if demo else None,
        prepare=partial(pin, SCHEMA._schema),
    )
    app = create_app(reception, hosts=[host], metrics_token=token, graph=graph)
    app.state.authentication = authentication
    return app


def _explorer(renderer: Renderer) -> Explorer:
    return Explorer(renderer.asset("explorer.js"), renderer.asset("explorer.css"))


def log_as_data(settings: Settings) -> None:
    """One JSON object a line, with an instant and a level; never what somebody sent."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[settings.log_level]),
    )


def production() -> Starlette:
    """What each process of ``baimena serve`` runs. The demo's settings are refused."""
    settings = read_settings()
    refuse_demo_settings(settings)
    log_as_data(settings)
    house = house_of(settings)
    app = application(settings, house)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with telling(house):
            yield
        await app.state.authentication.close()
        await house.database.close()

    app.router.lifespan_context = lifespan
    settle()
    return app
