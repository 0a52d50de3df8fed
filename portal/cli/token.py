"""``baimena token``: an access token of the demo, for whoever tries the API."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from governance.refusals import MalformedInput
from portal.demo.personas import personas
from portal.demo.programs import MACHINES
from portal.demo.site import SAMPLES
from portal.demo.tokens import token_for
from portal.login.keys import ClientKeyUnusable
from portal.login.provider import ProviderDeclined, ProviderUnavailable

HOST = "127.0.0.1"


def token(
    who: Annotated[str, typer.Option("--as", help="A persona or a machine of the demo.")],
    scope: Annotated[
        list[str] | None, typer.Option(help="Ask for this scope alone; may be repeated.")
    ] = None,
    confirmed: Annotated[
        bool, typer.Option("--confirmed", help="She has just confirmed who she is.")
    ] = False,
    folder: Annotated[Path, typer.Option(help="Where the demo lies.")] = Path("var/demo"),
    identity_port: Annotated[int, typer.Option(min=1, max=65535)] = 8001,
) -> None:
    """Print an access token of the running demo, as its identity provider gives it to a program.

    Example: curl -H "Authorization: Bearer $(baimena token --as hospital)" ...
    Example: baimena token --as member-5 --scope read --scope committee --confirmed
    """
    known = [one.client_id for one in MACHINES] + [one.sub for one in personas(SAMPLES)]
    if who not in known:
        reason = "nobody of the demo: `baimena demo` lists who there is"
        raise MalformedInput(file="--as", line=None, reason=reason)
    issuer = f"http://{HOST}:{identity_port}"
    getting = token_for(
        who, issuer=issuer, folder=folder.resolve(), scopes=scope or (), confirmed=confirmed
    )
    try:
        typer.echo(asyncio.run(getting))
    except (ClientKeyUnusable, ProviderUnavailable):
        reason = "the demo does not run there: start it with baimena demo"
        raise MalformedInput(file=issuer, line=None, reason=reason) from None
    except ProviderDeclined:
        reason = "the provider gives no such token: ask for other scopes, or for none"
        raise MalformedInput(file=issuer, line=None, reason=reason) from None
