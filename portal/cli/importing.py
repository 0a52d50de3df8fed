"""``import``: people, relations and acts from CSV; it can be stopped, and goes on where it was."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress

from governance.service.house import House
from governance.service.importing import (
    ImportReport,
    import_acts,
    import_people,
    import_relations,
)
from governance.service.settling import settle
from portal.cli.house import acting_as, with_house
from portal.cli.lives import As, Json
from portal.cli.outcomes import say

app = typer.Typer(
    help="Bring in people, relations and acts. Interrupted, the same command goes on.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
STEPS = {"check": "checked", "enter": "entered"}
KINDS = {"people": import_people, "relations": import_relations, "acts": import_acts}


def _import(kind: str, file: Path, issuer: str, person: str, *, as_json: bool) -> None:
    by = acting_as(person)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(kind, total=None)

        async def work(house: House) -> ImportReport:
            settle()

            def tell(step: str, lines: int) -> None:
                what = f"{kind}: {lines} lines {STEPS[step]}"
                progress.update(task, completed=lines, description=what)

            return await KINDS[kind](house, file, issuer=issuer, by=by, progress=tell)

        report = with_house(work)
    told = {
        "lines": report.lines,
        "entries": report.entries,
        "resumed_at": report.resumed_at,
        "refused": dict(report.refused),
    }
    refused = "".join(f"\n  {count} refused: {code}" for code, count in report.refused.items())
    say(told, f"{report.lines} lines, {report.entries} entries{refused}", as_json=as_json)


@app.command()
def people(file: Path, issuer: str, person: As, as_json: Json = False) -> None:
    """Register people. Example: baimena import people people.csv hospital --as DESK"""
    _import("people", file, issuer, person, as_json=as_json)


@app.command()
def relations(file: Path, issuer: str, person: As, as_json: Json = False) -> None:
    """Who decides for whom. Example: baimena import relations relations.csv hospital --as DESK"""
    _import("relations", file, issuer, person, as_json=as_json)


@app.command()
def acts(file: Path, issuer: str, person: As, as_json: Json = False) -> None:
    """What people have said. Example: baimena import acts acts.csv hospital --as DESK"""
    _import("acts", file, issuer, person, as_json=as_json)
