"""Keeping the house: tables, the ledger's health, read models, what falls due, and keys."""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from governance.lives.programme.keys import KeyKind
from governance.refusals import Refusal, Refused
from governance.service.anchoring import sign_now
from governance.service.due import do_due
from governance.service.house import House
from governance.service.keys import destroy_key, rotate_key
from governance.service.ledger_check import check_ledger, export_ledger
from governance.service.rebuild import rebuild_read_models
from governance.settings import read_settings
from graph.webhooks import Sender, keep_telling, tell_webhooks
from portal.cli.house import acting_as, with_house
from portal.cli.lives import As, Json
from portal.cli.outcomes import say, show
from portal.login import make_client_key

keys = typer.Typer(
    help="Keys: list, rotate, destroy. Back up the folder and its secret apart from each other.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def migrate() -> None:
    """Bring the tables of the database up to date.

    Example: baimena migrate
    """
    with_house(lambda house: house.database.migrate(), new=True)
    typer.echo("the tables are up to date")


def verify(
    export: Annotated[Path | None, typer.Option(help="Write the entries as JSON lines.")] = None,
    checkpoint: Annotated[Path | None, typer.Option(help="Sign now; write the note here.")] = None,
    as_json: Json = False,
) -> None:
    """Hash every entry anew and compare with tiles, head and signed checkpoints.

    Example: baimena verify --checkpoint today.note --export ledger.jsonl
    """

    async def work(house: House) -> object:
        if checkpoint is not None:
            checkpoint.write_text(await sign_now(house), encoding="utf-8")
        if export is not None:
            await export_ledger(house, export)
        return await check_ledger(house)

    found = with_house(work)
    findings = [f"{one.code} at {one.position}" for one in found.findings]  # type: ignore[attr-defined]
    told = {
        "entries": found.entries,  # type: ignore[attr-defined]
        "anchored": found.anchored,  # type: ignore[attr-defined]
        "findings": findings,
    }
    text = "\n".join(findings) or f"{told['entries']} entries, {told['anchored']} anchored: whole"
    say(told, text, as_json=as_json)
    if findings:
        raise typer.Exit(1)


def rebuild(as_json: Json = False) -> None:
    """Make the read models anew from ledger, identity and documents, and compare.

    Example: baimena rebuild
    """
    same = with_house(rebuild_read_models)
    text = "rebuilt: equal to what was kept" if same else "rebuilt: what was kept was different"
    say({"same": same}, text, as_json=as_json)


def due(as_json: Json = False) -> None:
    """Record what has fallen due: majorities, expiries, ended permits, lapsed requests.

    Example: baimena due
    """
    done = with_house(do_due)
    text = "\n".join(f"{count} {what}" for what, count in done.items()) or "nothing is due"
    say(dict(done), text, as_json=as_json)


def webhooks(
    keep_on: Annotated[bool, typer.Option("--keep-on", help="Go on until it is stopped.")] = False,
    as_json: Json = False,
) -> None:
    """Tell partner systems what has changed, where they said. `baimena serve` does so by itself.

    Examples: baimena webhooks · baimena webhooks --keep-on
    """

    async def work(house: House) -> Counter[str]:
        async with Sender() as send:
            if keep_on:
                await keep_telling(house, send)
            return await tell_webhooks(house, send)

    done = with_house(work)
    text = "\n".join(f"{count} {what}" for what, count in done.items()) or "nothing is due"
    say(dict(done), text, as_json=as_json)


@keys.command("list")
def list_keys(as_json: Json = False) -> None:
    """Every key there is or was.

    Example: baimena keys list
    """

    async def work(house: House) -> list[dict[str, str]]:
        return [
            {
                "key": one.key_id,
                "public": one.public.hex() if one.public else "",
                "state": "destroyed" if one.destroyed else "in use",
            }
            for one in house.keys.entries()
        ]

    found = with_house(work)
    text = "\n".join(f"{k['key']} {k['state']} {k['public']}" for k in found) or "no keys yet"
    say({"keys": found}, text, as_json=as_json)


@keys.command("sign-in")
def sign_in_key() -> None:
    """Make the key by which the portal proves itself to the identity provider.

    The public half is printed, to be registered there. Example: baimena keys sign-in
    """
    path = read_settings().oidc_client_key
    try:
        public = make_client_key(path)
    except FileExistsError:
        raise Refused(Refusal("key-already-there", field="BAIMENA_OIDC_CLIENT_KEY")) from None
    typer.echo(json.dumps(public))


@keys.command()
def rotate(kind: KeyKind, person: As, as_json: Json = False) -> None:
    """Make a newer signing key; what older ones signed can still be verified.

    Example: baimena keys rotate package --as STEWARD
    """
    by = acting_as(person)
    show(with_house(lambda house: rotate_key(house, kind, by=by)), as_json=as_json)


@keys.command()
def destroy(key_id: str, person: As, reason: str = "", as_json: Json = False) -> None:
    """Forget a key for good. Without its pseudonym key nothing of a permit can be made again.

    Example: baimena keys destroy package-1 --reason "rotated out" --as STEWARD
    """
    by = acting_as(person)
    work = partial(destroy_key, key_id=key_id, reason=reason, by=by)
    show(with_house(work), as_json=as_json)
