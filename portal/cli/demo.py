"""``baimena demo``: the portal on a synthetic region, and an identity provider beside it."""

from __future__ import annotations

import asyncio
import shutil
import signal
import socket
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
import uvicorn
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table
from starlette.applications import Starlette

from governance.refusals import MalformedInput
from governance.vocabulary.people import Language
from graph.webhooks import telling
from portal.demo.personas import personas
from portal.demo.region.build import CHAPTERS
from portal.demo.site import SAMPLES, Site, found

HOST = "127.0.0.1"
FEWEST_PEOPLE = 100
Port = Annotated[int, typer.Option(min=1, max=65535)]
TRY = """
Try: as Maite Etxeberria, see who used your data, and withdraw it.
As Amaia Larralde, go on with a draft. As Iñaki Urmeneta, vote in the open ballot.
As Rubén Ezcurra, give the second signature under a release.
For the API: baimena token --as hospital, or as biobank, or as anybody above.
"""
WORDS = {
    "people": "bringing in the people, and what they have said",
    "past": "studies, permits and releases of the last weeks",
    "present": "requests in every state",
    "due": "what falls due",
}


def demo(
    port: Port = 8000,
    identity_port: Port = 8001,
    people: Annotated[int, typer.Option(help="People of the synthetic region.")] = 2000,
    folder: Annotated[Path, typer.Option(help="Where it lies.")] = Path("var/demo"),
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget the last region first.")] = False,
    database: Annotated[
        str | None, typer.Option(help="An empty database, e.g. postgresql://USER@HOST/NAME.")
    ] = None,
) -> None:
    """Start the portal with invented people, and say whom to sign in as. Ctrl+C stops it.

    The region is made once and kept; what you do in it stays until you begin --fresh.

    Examples: baimena demo · baimena demo --fresh · baimena demo --port 9000 --identity-port 9001
    """
    if people < FEWEST_PEOPLE:
        reason = f"a region has at least {FEWEST_PEOPLE} people"
        raise MalformedInput(file="--people", line=None, reason=reason)
    for one in (port, identity_port):
        free(one)
    folder = folder.resolve()
    if fresh or not (folder / "region-is-ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
    site = Site(folder, f"http://{HOST}:{port}", f"http://{HOST}:{identity_port}", database)
    asyncio.run(_run(site, people, port, identity_port))


def free(port: int) -> None:
    """Raises MalformedInput where somebody listens there already."""
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((HOST, port))
        except OSError:
            reason = f"port {port} is in use: name another one with --port and --identity-port"
            raise MalformedInput(file=HOST, line=None, reason=reason) from None


async def _run(site: Site, people: int, port: int, identity_port: int) -> None:
    from portal.serving import application, log_as_data  # a second: the whole API is put together

    console, settings = Console(), site.settings()
    log_as_data(settings)
    await founded(site, people, console)
    house = site.house()
    portal = application(settings, house, demo=True)
    servers = [
        _server(portal, port),
        _server(site.provider(), identity_port),
    ]
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, _stop, servers)
    _guide(console, site)
    try:
        with suppress(asyncio.CancelledError):
            async with telling(house, demo=True):
                await asyncio.gather(*(server.serve() for server in servers))
    finally:
        await portal.state.authentication.close()
        await house.database.close()


async def founded(site: Site, people: int, console: Console) -> None:
    """Build the region where it is not there yet, and show how far that is."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("making a region", total=len(CHAPTERS))

        def tell(chapter: str) -> None:
            progress.update(task, advance=1, description=WORDS[chapter])

        await found(site, people=people, tell=tell)


def _server(app: Starlette, port: int) -> uvicorn.Server:
    config = uvicorn.Config(
        app, host=HOST, port=port, log_level="warning", access_log=False, lifespan="off"
    )
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    return server


def _stop(servers: list[uvicorn.Server]) -> None:
    for server in servers:
        server.should_exit = True


def _guide(console: Console, site: Site) -> None:
    """Where it is, whom to sign in as, and what to try."""
    console.print(f"\nThe portal: [bold]{site.portal}[/bold]  (Ctrl+C stops it)\n")
    table = Table(
        "sign in as",
        "who that is",
        "for the API",
        title="No password: one click",
        title_justify="left",
    )
    for persona in personas(SAMPLES):
        table.add_row(persona.name, persona.is_somebody[Language.ENGLISH], persona.sub)
    console.print(table)
    console.print(TRY, highlight=False)
