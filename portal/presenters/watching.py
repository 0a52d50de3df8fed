"""Attempts, reads and staff in words, a row each."""

from __future__ import annotations

from governance.views.access_log import ReadShown
from governance.views.actors import Actor
from governance.views.staff import Attempt, PartnerShown, StaffShown
from portal.languages import Tongue
from portal.messages.dates import from_to, instant, short_instant
from portal.messages.ledger import called
from portal.messages.names import name
from portal.messages.numbers import listed
from portal.messages.rules import sentence, source

Cells = tuple[str, ...]


def attempt(one: Attempt, tongue: Tongue) -> Cells:
    """A refused attempt."""
    rules = " ".join(_rule(rule, tongue) for rule in one.rules)
    when = short_instant(tongue, one.at)
    return (when, _who(one.person, tongue), name(tongue, one.act), rules)


def read(one: ReadShown, tongue: Tongue) -> Cells:
    """A read. What it was about is told as its life and the beginning of its id."""
    life, thing = one.about or ("", "")
    return (
        short_instant(tongue, one.at) if one.at else "",
        _who(one.reader, tongue),
        name(tongue, one.act) if one.act else "",
        f"{called(tongue, life)} {thing[:8]}".strip(),
        tongue.gettext("Yes") if one.allowed else tongue.gettext("No"),
    )


def worker(one: StaffShown, tongue: Tongue) -> Cells:
    """Somebody who works here."""
    roles = [
        f"{name(tongue, it.role)} ({from_to(tongue, it.since, it.until)})" for it in one.roles or ()
    ]
    who = one.person.name if one.person else None
    return (who or tongue.gettext("somebody"), listed(tongue, roles))


def partner(one: PartnerShown, tongue: Tongue) -> Cells:
    """A system of another organisation."""
    scopes = listed(tongue, [name(tongue, scope) for scope in sorted(one.scopes)])
    ended = instant(tongue, one.ended_at) if one.ended_at else ""
    return (one.organisation, scopes, instant(tongue, one.since), ended)


def _rule(rule: str, tongue: Tongue) -> str:
    cited = source(tongue, rule)
    return f"{sentence(tongue, rule)} ({cited})" if cited else sentence(tongue, rule)


def _who(actor: Actor | None, tongue: Tongue) -> str:
    if actor is None:
        return ""
    roles = listed(tongue, [name(tongue, role) for role in sorted(actor.roles)])
    return ", ".join(filter(None, (actor.person.name, roles))) or tongue.gettext("somebody")
