"""Attempts, reads and staff in words, a row each."""

from __future__ import annotations

from governance.views.access_log import ReadShown
from governance.views.staff import Attempt, PartnerShown, StaffShown
from portal.languages import Tongue
from portal.messages.dates import from_to, instant, short_instant
from portal.messages.ledger import called
from portal.messages.names import name
from portal.messages.numbers import listed
from portal.messages.rules import sentence, source
from portal.presenters.people import acted, named

Cells = tuple[str, ...]


def attempt(one: Attempt, tongue: Tongue) -> Cells:
    """A refused attempt."""
    rules = " ".join(_rule(rule, tongue) for rule in one.rules)
    when = short_instant(tongue, one.at)
    return (when, acted(one.person, tongue) or named(None, tongue), name(tongue, one.act), rules)


def read(one: ReadShown, tongue: Tongue) -> Cells:
    """A read, and why where that was said. What was read is its life and the start of its id."""
    life, thing = one.about or ("", "")
    return (
        short_instant(tongue, one.at) if one.at else "",
        acted(one.reader, tongue) or named(None, tongue),
        ": ".join(name(tongue, code) for code in (one.act, one.reason) if code),
        f"{called(tongue, life)} {thing[:8]}".strip(),
        tongue.gettext("Yes") if one.allowed else tongue.gettext("No"),
    )


def worker(one: StaffShown, tongue: Tongue) -> Cells:
    """Somebody who works here."""
    roles = [
        f"{name(tongue, it.role)} ({from_to(tongue, it.since, it.until)})" for it in one.roles or ()
    ]
    return (named(one.person, tongue), listed(tongue, roles))


def partner(one: PartnerShown, tongue: Tongue) -> Cells:
    """A system of another organisation."""
    scopes = listed(tongue, [name(tongue, scope) for scope in sorted(one.scopes)])
    ended = instant(tongue, one.ended_at) if one.ended_at else ""
    client = f"{one.client.client_id} ({one.client.issuer})" if one.client else ""
    return (one.organisation, scopes, client, instant(tongue, one.since), ended)


def _rule(rule: str, tongue: Tongue) -> str:
    cited = source(tongue, rule)
    return f"{sentence(tongue, rule)} ({cited})" if cited else sentence(tongue, rule)
