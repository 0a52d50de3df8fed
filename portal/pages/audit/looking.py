"""Filters of lists that only grow: what was asked for, and the address of what follows."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from portal.forms.form import Form
from portal.visit import Visit


def asked(visit: Visit, form: Form) -> dict[str, str]:
    """The filters of the address that the form knows."""
    known = visit.request.query_params
    names = {field.name for field in form} | {f"day-{part}" for part in ("day", "month", "year")}
    return {name: value for name, value in known.items() if name in names and value}


def address_of_older(path: str, older: int | None, filters: Mapping[str, str]) -> str | None:
    """Where the part that follows is; None where nothing does."""
    return f"{path}?{urlencode({**filters, 'before': older})}" if older else None


def chosen(form: Form, name: str) -> str | None:
    """What was chosen in one field; nothing where that is no choice."""
    field = form[name]
    return None if field.errors or not field.data else str(field.data)
