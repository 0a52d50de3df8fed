"""What the people in an answer are called. Whether a reader may see them is the answer's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from governance.storage.names import names_of
from governance.views.question import Looking
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom an answer names; ``name`` is None where none is kept, or it was erased."""

    id: SubjectId
    name: str | None


async def people_of(looking: Looking, ids: Iterable[SubjectId]) -> dict[SubjectId, Person]:
    """Everybody asked for, by id, under the names of today: an erased name stays erased.

    A view puts them into a field of its answer, and the visibility table decides on that field.
    """
    wanted = list(dict.fromkeys(ids))
    if new := [one for one in wanted if one not in looking.names]:
        found = await names_of(looking.now.session, new)
        looking.names.update((one, found.get(one)) for one in new)
    return {one: Person(one, looking.names[one]) for one in wanted}
