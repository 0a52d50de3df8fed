"""What became of a command, for people or for machines, and the exit code that says so."""

from __future__ import annotations

import json
from typing import Any

import typer

from governance.refusals import Conflict, Refusal
from governance.service.carry_out import Done

REFUSED = 2


def show(outcome: Any, *, as_json: bool) -> None:
    """Say what happened; leave with code 2 where it was refused."""
    match outcome:
        case Done():
            entries = [
                {"position": one.position, "stream": one.stream, "code": one.event.CODE}
                for one in outcome.recorded
            ]
            text = "\n".join(f"{e['position']} {e['code']} {e['stream']}" for e in entries)
            say({"done": True, "entries": entries}, text, as_json=as_json)
        case Refusal():
            told = {
                "done": False,
                "code": outcome.code,
                "rules": outcome.rules,
                "field": outcome.field,
                "items": outcome.items,
            }
            _leave(told, f"refused: {outcome}", as_json=as_json)
        case Conflict():
            told = {"done": False, "code": outcome.code}
            _leave(told, "conflict: somebody else changed the same; try again", as_json=as_json)


def say(told: dict[str, Any], text: str, *, as_json: bool) -> None:
    """One answer, in the form that was asked for."""
    typer.echo(json.dumps(told, default=str) if as_json else text)


def _leave(told: dict[str, Any], text: str, *, as_json: bool) -> None:
    typer.echo(json.dumps(told, default=str) if as_json else text, err=not as_json)
    raise typer.Exit(REFUSED)
