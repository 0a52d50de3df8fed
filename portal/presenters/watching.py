"""Attempts, reads and staff in words, a row each."""

from __future__ import annotations

from governance.views.access_log import ReadShown
from governance.views.actors import Actor
from governance.views.staff import Attempt, StaffShown
from portal.languages import Tongue
from portal.messages.dates import day, short_instant
from portal.messages.names import name
from portal.messages.numbers import listed
from portal.messages.rules import sentence

Cells = tuple[str, ...]


def heads(tongue: Tongue) -> dict[str, tuple[Cells, str, str]]:
    """For each list: the words of its columns, its title, and what it says when it is empty."""
    said = tongue.gettext
    return {
        "audit-attempts": (
            (said("When"), said("Who"), said("What"), said("Rules that refused")),
            said("Refused attempts"),
            said("Nobody tried in vain."),
        ),
        "audit-reads": (
            (said("When"), said("Who"), said("What"), said("About"), said("Allowed")),
            said("Who read what"),
            said("Nobody has read anything yet."),
        ),
        "audit-staff": (
            (said("Who"), said("Roles")),
            said("Who has which role"),
            said("Nobody has a role yet."),
        ),
    }


def attempt(one: Attempt, tongue: Tongue) -> Cells:
    """A refused attempt."""
    rules = "; ".join(sentence(tongue, rule) for rule in one.rules)
    when = short_instant(tongue, one.at)
    return (when, _who(one.person, tongue), name(tongue, one.act), rules)


def read(one: ReadShown, tongue: Tongue) -> Cells:
    """A read. What it was about is told as its life and the beginning of its id."""
    life, thing = one.about or ("", "")
    return (
        short_instant(tongue, one.at) if one.at else "",
        _who(one.reader, tongue),
        name(tongue, one.act) if one.act else "",
        f"{life} {thing[:8]}".strip(),
        tongue.gettext("Yes") if one.allowed else tongue.gettext("No"),
    )


def worker(one: StaffShown, tongue: Tongue) -> Cells:
    """Somebody who works here."""
    roles = [f"{name(tongue, it.role)} ({day(tongue, it.since)})" for it in one.roles or ()]
    who = one.person.name if one.person else None
    return (who or tongue.gettext("somebody"), listed(tongue, roles))


def _who(actor: Actor | None, tongue: Tongue) -> str:
    if actor is None:
        return ""
    roles = listed(tongue, [name(tongue, role) for role in sorted(actor.roles)])
    return ", ".join(filter(None, (actor.person.name, roles))) or tongue.gettext("somebody")
