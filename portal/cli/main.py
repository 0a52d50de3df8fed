"""``baimena``: every command, its help, and one clear line with exit code 2 on bad input."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from governance.refusals import MalformedInput, Refused
from governance.settings import UnusableSettings
from portal.cli.commands import register_all
from portal.cli.demo import demo
from portal.cli.story import story
from portal.demo.cast import StoryRefused

BROKEN, BAD_INPUT, INTERRUPTED = 1, 2, 130
app = typer.Typer(
    name="baimena",
    help="Consent and governance of a regional personalised-medicine programme.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(demo)
app.command()(story)
register_all(app)


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(version("baimena"))
        except PackageNotFoundError:
            typer.echo("from a checkout")
        raise typer.Exit


@app.callback()
def baimena(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    """Nothing leaves unless every rule allows it at that instant."""


def main() -> None:
    """Run a command; what goes wrong is one line, never a stack trace.

    Of a fault that nobody foresaw it tells the kind and the place, not the words: these may name
    people.
    """
    errors = Console(stderr=True, soft_wrap=True)
    try:
        app()
    except (MalformedInput, Refused, StoryRefused, UnusableSettings) as fault:
        errors.print(str(fault), style="bold red", markup=False, highlight=False)
        sys.exit(BAD_INPUT)
    except Exception as fault:
        kind, place = type(fault).__name__, traceback.extract_tb(fault.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        errors.print(f"broken: {kind} in {where}", markup=False, highlight=False)
        sys.exit(BROKEN)
    except KeyboardInterrupt:
        errors.print("stopped; run the same command again to go on", markup=False)
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
