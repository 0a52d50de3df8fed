"""Every command of the line but the demo."""

from __future__ import annotations

import typer

from portal.cli import importing, people, releases, sandbox, serve, token, upkeep
from portal.cli.lives import GROUPS, group


def register_all(app: typer.Typer) -> None:
    """Give the application its commands."""
    app.command()(upkeep.migrate)
    app.command()(serve.serve)
    app.command()(token.token)
    app.add_typer(sandbox.app, name="sandbox")
    app.add_typer(importing.app, name="import")
    app.add_typer(people.app, name="people")
    for name in GROUPS:
        made = group(name)
        if name == "release":
            made.command()(releases.run)
            made.command()(releases.replay)
        app.add_typer(made, name=name)
    app.command()(releases.explain)
    app.command()(upkeep.verify)
    app.command()(upkeep.rebuild)
    app.command()(upkeep.due)
    app.command()(upkeep.webhooks)
    app.add_typer(upkeep.keys, name="keys")
