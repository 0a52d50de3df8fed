"""What people are called on a page, whatever it shows of them."""

from __future__ import annotations

from collections.abc import Iterable

from governance.views.actors import Actor
from governance.views.people import Person
from portal.languages import Tongue
from portal.messages.names import name
from portal.messages.numbers import listed


def named(person: Person | None, tongue: Tongue) -> str:
    """Her name; a word for somebody where none is kept."""
    return (person and person.name) or tongue.gettext("somebody")


def names_of(persons: Iterable[Person] | None, tongue: Tongue) -> str:
    """Their names, as far as there are any."""
    return listed(tongue, [named(one, tongue) for one in persons or ()])


def acted(actor: Actor | None, tongue: Tongue) -> str:
    """Who did it, and in which roles; nothing where neither is shown."""
    if actor is None:
        return ""
    roles = listed(tongue, [name(tongue, role) for role in sorted(actor.roles)])
    return ", ".join(filter(None, (actor.person.name, roles)))
