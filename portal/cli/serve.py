"""``baimena serve``: the portal in production, in several processes, until it is told to stop."""

from __future__ import annotations

import os
import tempfile
from typing import Annotated

import typer
import uvicorn

from governance.service.house import House
from governance.settings import read_settings
from portal.cli.house import with_house
from portal.login import login_of, refuse_demo_settings
from portal.observing import SHARED_FIGURES

GRACE_SECONDS = 20
Host = Annotated[str, typer.Option(help="The address to listen at; a proxy stands before it.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen at.")]
Processes = Annotated[int, typer.Option(min=1, max=64, help="How many processes serve.")]


def serve(host: Host = "127.0.0.1", port: Port = 8000, processes: Processes = 2) -> None:
    """Serve the portal. Stopping waits for what is being answered, at most twenty seconds.

    A proxy that speaks HTTPS stands before it and says who calls (X-Forwarded-For, -Proto).

    Example: baimena serve --port 8000 --processes 2
    """
    settings = read_settings()
    refuse_demo_settings(settings)

    async def look(house: House) -> None:
        login_of(settings, house)

    with_house(look)  # whatever is missing is said here, once, and in a line
    with tempfile.TemporaryDirectory(prefix="baimena-figures-") as figures:
        os.environ.setdefault(SHARED_FIGURES, figures)
        uvicorn.run(
            "portal.serving:production",
            factory=True,
            host=host,
            port=port,
            workers=processes,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
