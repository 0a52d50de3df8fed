"""``baimena sandbox``: the demo as a place to try the API in, made anew when it was used up."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from governance.refusals import MalformedInput
from portal.cli.demo import FEWEST_PEOPLE, HOST, founded, free
from portal.demo.site import Site

MARKS = ("secret", "oidc-client.json")
"""What only the demo lays into its folder."""
KEPT = (*MARKS, "programs")
"""What partners' programs go on with."""
Folder = Annotated[Path, typer.Option(help="Where the demo lies.")]
Port = Annotated[int, typer.Option(min=1, max=65535)]

app = typer.Typer(no_args_is_help=True, help="The demo as a sandbox of the API.")


@app.callback()
def sandbox() -> None:
    """The demo as a sandbox of the API."""


@app.command()
def reset(
    folder: Folder = Path("var/demo"),
    port: Port = 8000,
    identity_port: Port = 8001,
    people: Annotated[
        int, typer.Option(min=FEWEST_PEOPLE, help="People of the synthetic region.")
    ] = 2000,
) -> None:
    """Forget what was done in the demo and build its region anew; keys of programs stay.

    It touches the demo's own folder and database only, and nothing while the demo runs.

    Example: baimena sandbox reset && baimena demo
    """
    folder = folder.resolve()
    if not is_of_the_demo(folder):
        reason = "this is not the demo's folder: nothing was touched"
        raise MalformedInput(file=str(folder), line=None, reason=reason)
    for one in (port, identity_port):
        free(one)
    forget(folder)
    site = Site(folder, f"http://{HOST}:{port}", f"http://{HOST}:{identity_port}")
    asyncio.run(founded(site, people, Console(stderr=True)))
    typer.echo("The sandbox is new: start it with baimena demo")


def is_of_the_demo(folder: Path) -> bool:
    """Whether there is nothing yet, or what the demo has put there."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return True
    return folder.is_dir() and all((folder / name).exists() for name in MARKS)


def forget(folder: Path) -> None:
    """Remove the region, its database and its files."""
    for one in folder.iterdir() if folder.exists() else ():
        if one.name in KEPT:
            continue
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        else:
            one.unlink()
