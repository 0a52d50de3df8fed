"""``consent``, ``request``, ``ethics``, ``permit``, ``release``: acts of a life, by forms."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

import typer

from governance.lives import access_requests, consents, permits, releases
from governance.lives.ethics import committee, meetings, reviews
from governance.lives.programme import partners
from governance.refusals import Refusal, Refused
from governance.service.commands import sent_as, through
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command
from portal.cli.forms import read_form
from portal.cli.house import acting_as, with_house
from portal.cli.outcomes import show

GROUPS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "consent": ("What a citizen allows, refuses, withdraws; reach and opt-out.", (consents,)),
    "request": ("Access requests, from a draft to a decision.", (access_requests,)),
    "ethics": (
        "The committee, its meetings, ballots and decisions.",
        (committee, meetings, reviews),
    ),
    "permit": ("Permits: issue, amend, suspend, resume, revoke, extend.", (permits,)),
    "partner": ("Partner systems: which may ask how far, and as which client.", (partners,)),
    "release": ("Releases: prepare, sign, run, recall.", (releases,)),
}
As = Annotated[str, typer.Option("--as", help="Subject id of the person who acts.")]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]


def commands_of(lives: tuple[Any, ...]) -> dict[str, type[Command]]:
    """The commands of these aggregates by the code of their act."""
    return {command.ACT.value: command for life in lives for command in life.COMMANDS}


def group(name: str) -> typer.Typer:
    """One group: ``acts`` lists what can be done, ``do`` does it."""
    says, lives = GROUPS[name]
    known = commands_of(lives)
    app = typer.Typer(help=says, no_args_is_help=True, rich_markup_mode=None)

    @app.command()
    def acts() -> None:
        """List the acts of this group, and the fields of their forms."""
        for code, command in sorted(known.items()):
            names = ", ".join(field.name for field in fields(sent_as(command)))
            typer.echo(f"{code}: {names}")

    @app.command()
    def do(act: str, form: Path, person: As, as_json: Json = False) -> None:
        """Carry out an act, as a TOML file describes it.

        The acts and the fields of their forms are listed by the command `acts`.
        """
        command = known.get(act)
        if command is None:
            raise Refused(Refusal("act-unknown", items=(act,)))
        asked, carry_out = read_form(form, sent_as(command)), through(command)
        by = acting_as(person)
        show(with_house(lambda house: carry_out(house, asked, by=by)), as_json=as_json)

    do.__doc__ = f"{do.__doc__}\n\nExample: baimena {name} do {_example(known)} form.toml --as ID"
    return app


def _example(known: dict[str, type[Command]]) -> str:
    return Act(next(iter(known))).value
