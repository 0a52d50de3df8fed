"""Who did something, where readers may know the people of the programme and not the citizens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from governance.views.actors import Actor, Doing, actors_of
from governance.views.people import Person
from governance.views.question import Looking


async def workers_of(looking: Looking, doings: Iterable[Doing]) -> dict[Doing, Actor]:
    """Everybody who did one of these; whoever had no role then is left without a name."""
    found = await actors_of(looking, doings)
    return {
        doing: actor if actor.roles else replace(actor, person=Person(actor.person.id, None))
        for doing, actor in found.items()
    }
