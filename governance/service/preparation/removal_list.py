"""Which records a recipient is to remove: by the pseudonyms of her package, never by people."""

from __future__ import annotations

from dataclasses import dataclass

from governance.eligibility.reader import Reader
from governance.extraction.pseudonyms import pseudonyms
from governance.lives import releases
from governance.lives.releases.state import State as ReleaseState
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.ask import NOT_FOUND, ask
from governance.service.house import House
from governance.storage.keys import KeyDestroyed, KeyMissing
from governance.views.releases import Release
from governance.vocabulary.acts import Act


@dataclass(frozen=True, slots=True)
class RemovalList:
    """A removal notice as its recipient can act on it."""

    notice_id: str
    pseudonyms: tuple[str, ...]
    """In their own order, which tells nothing of the order in which people changed their minds."""


async def removal_list(
    house: House, release_id: str, notice_id: str, *, by: Principal
) -> RemovalList | Refusal:
    """The records of one notice, for whoever may confirm that they were removed.

    Refused: ``not-found`` for everybody else and for notices that do not exist; ``key-destroyed``
    where nobody can tell any more who is who in the package.
    """
    shown = await ask(house, Release(release_id), by=by)
    if isinstance(shown, Refusal) or Act.CONFIRM_REMOVAL not in shown.may:
        return NOT_FOUND
    async with house.database.reading() as session:
        state: ReleaseState = await Reader(session).state(releases, release_id)
    people = dict(state.notices).get(notice_id)
    if people is None or state.recipe is None:
        return NOT_FOUND
    try:
        key = house.keys.pseudonym(state.recipe.permit_id).secret
    except (KeyDestroyed, KeyMissing):
        return Refusal("key-destroyed", field="release_id")
    return RemovalList(notice_id, tuple(sorted(pseudonyms(key, people).values())))
