"""Every aggregate of the nine lives, and which of them a command belongs to."""

from __future__ import annotations

from typing import Any

from governance.lives import (
    access_requests,
    citizens,
    consents,
    datasets,
    information_sheets,
    permits,
    releases,
)
from governance.lives.ethics import committee, meetings, reviews
from governance.lives.programme import (
    accounts,
    attempts,
    keys,
    partners,
    staff,
    switches,
    webhooks,
)
from governance.vocabulary.entries import Command, Event

AGGREGATES: tuple[Any, ...] = (
    citizens,
    information_sheets,
    consents,
    datasets,
    access_requests,
    committee,
    meetings,
    reviews,
    permits,
    releases,
    staff,
    partners,
    switches,
    keys,
    accounts,
    attempts,
    webhooks,
)
BY_NAME: dict[str, Any] = {life.NAME: life for life in AGGREGATES}
_LIFE_OF: dict[type[Command], Any] = {
    command: life for life in AGGREGATES for command in life.COMMANDS
}
EVENTS: dict[str, type[Event]] = {event.CODE: event for life in AGGREGATES for event in life.EVENTS}
"""Event classes by their stored code."""


def life_of(command: Command) -> Any:
    """The aggregate whose ``decide`` takes this command."""
    return _LIFE_OF[type(command)]
