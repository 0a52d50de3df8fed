"""Every command of the line but the demo."""

from __future__ import annotations

import typer


def register_all(app: typer.Typer) -> None:
    """Give the application its commands."""
