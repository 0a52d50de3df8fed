"""The portal and the API as ``baimena serve`` has them, and a provider that publishes its keys."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from governance.service.settling import settle
from governance.settings import LogLevel, Settings, read_settings
from portal.demo.files_of_act import ISSUER as REGISTER
from portal.demo.personas import CLAIM
from portal.housing import house_of
from portal.login import make_client_key
from portal.serving import application, log_as_data
from tests.benchmarks.serving import SETTINGS
from tests.portal.world import SECRET

PORTAL = "http://127.0.0.1"
AUDIENCE = f"{PORTAL}/graphql"
POINTS, A_SECOND = 50_000_000, 10_000_000
"""A hundred times the usual bucket: it is taken from as often as ever, and never empty."""


def api() -> Starlette:
    """What the one process of ours runs."""
    settings = settings_of(json.loads(os.environ[SETTINGS]))
    log_as_data(settings)
    app = application(settings, house_of(settings))
    settle()
    return app


def settings_of(told: dict[str, Any]) -> Settings:
    """The settings of production, but for the addresses."""
    folder = Path(told["folder"])
    key = folder / "oidc-client.json"
    if not key.exists():
        make_client_key(key)
    return read_settings(
        database_url=told["url"],
        data=folder / "data",
        keys=folder / "keys",
        key_wrapping_secret=SECRET,
        public_url=PORTAL,
        log_level=LogLevel.WARNING,
        oidc_issuer=told["issuer"],
        oidc_client_key=key,
        oidc_citizen_claim=CLAIM,
        oidc_citizen_register=REGISTER,
        api_points=POINTS,
        api_points_per_second=A_SECOND,
    )


def issuer() -> Starlette:
    """Nothing but its discovery document and its keys."""
    keys = json.loads(os.environ[SETTINGS])["keys"]

    async def discovery(request: Request) -> Response:
        base = str(request.base_url).rstrip("/")
        return JSONResponse({"issuer": base, "jwks_uri": f"{base}/jwks"})

    async def jwks(request: Request) -> Response:
        return JSONResponse({"keys": keys})

    known = Route("/.well-known/openid-configuration", discovery)
    return Starlette(routes=[known, Route("/jwks", jwks)])
