"""From what a preparer wishes to take to a recipe: the permit says all the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from governance.lives.datasets.words import Media
from governance.lives.releases.commands import PrepareRelease
from governance.lives.releases.words import Recipe, Source
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.ask import ask
from governance.service.carry_out import Once, Outcome, answered_before, carry_out
from governance.service.house import House
from governance.service.preparation.preview import preview_release
from governance.views.releases import Preparable, PreparableShown
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import DataCategory


@dataclass(frozen=True, slots=True)
class Taken:
    """One column of a table, or a file of variants."""

    dataset_id: str
    column: str | None = None
    """Without one, the file is taken whole: variants have no columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseWish:
    """A release under a permit, of the newest version of each source. Everybody in the sources is
    judged now, and the recipe is laid down with these counts: for two officers to sign, or to be
    cancelled.
    """

    release_id: str
    permit_id: str
    requester: SubjectId
    """One of the named persons of the permit."""
    taken: tuple[Taken, ...]
    """What it takes of what the permit grants."""
    k: int
    """Quasi-identifiers that fewer people share are blanked."""
    minimum_cohort: int
    """Fewest people that the package may hold."""

    @property
    def stream(self) -> str:
        """The release itself."""
        return self.release_id


@dataclass(frozen=True, slots=True)
class Takeable:
    """One thing that the permit lets a recipe take."""

    dataset: str
    title: str
    version: int
    media: Media
    column: str | None
    category: DataCategory

    @property
    def taken(self) -> Taken:
        """As a wish names it."""
        return Taken(self.dataset, self.column)


def takeable(shown: PreparableShown) -> Iterator[Takeable]:
    """Of the newest version of every dataset in use, what the permit grants."""
    for offered in shown.datasets or ():
        if offered.retired or not offered.versions:
            continue
        newest = offered.versions[0]
        about = (offered.id, offered.title, newest.number, offered.media)
        if offered.media is Media.TABLE:
            for variable in newest.variables:
                yield Takeable(*about, variable.name, variable.category)
        else:
            for category in sorted(newest.categories):
                yield Takeable(*about, None, category)


def recipe_of(shown: PreparableShown, wish: ReleaseWish) -> Recipe | Refusal:
    """The recipe that takes this, before anybody was counted; ``source-unknown`` where something of
    it is not to be had.

    Its cells are those of the permit for the kinds of data that are taken, and no others.
    """
    wanted = set(wish.taken)
    found = [one for one in takeable(shown) if one.taken in wanted]
    if wanted - {one.taken for one in found}:
        return Refusal("source-unknown", field="taken")
    return _recipe(shown, wish, found)


def _recipe(shown: PreparableShown, wish: ReleaseWish, found: Sequence[Takeable]) -> Recipe:
    files = dict.fromkeys((one.dataset, one.version, one.media) for one in found)
    categories = {one.category for one in found}
    return Recipe(
        permit_id=wish.permit_id,
        requester=wish.requester,
        cells=frozenset(cell for cell in shown.cells or () if cell.category in categories),
        sources=tuple(
            Source(
                dataset_id=dataset,
                version=version,
                media=media,
                columns=tuple(one.column for one in found if one.dataset == dataset and one.column),
            )
            for dataset, version, media in files
        ),
        environment_id=shown.environment or "",
        k=wish.k,
        minimum_cohort=wish.minimum_cohort,
        preview_considered=0,
        preview_allowed=0,
    )


def as_command(wish: ReleaseWish) -> PrepareRelease:
    """The command that it becomes, with nothing taken yet: enough to judge who may give it."""
    return PrepareRelease(release_id=wish.release_id, recipe=_recipe(PreparableShown(), wish, []))


async def prepare_release(
    house: House, wish: ReleaseWish, *, by: Principal, once: Once | None = None
) -> Outcome:
    """Look ahead at what the wish leads to now, and lay it down with these counts.

    Refused as ``recipe_of``, ``preview_release`` and the command itself refuse.
    """
    earlier = await answered_before(house, once, by=by)
    if earlier is not None:
        return earlier
    offered = await ask(house, Preparable(wish.permit_id), by=by)
    if not isinstance(offered, PreparableShown):
        return await _not_offered(house, wish, by)
    recipe = recipe_of(offered, wish)
    if isinstance(recipe, Refusal):
        return recipe
    made = await preview_release(house, recipe, by=by)
    if isinstance(made, Refusal):
        return made
    command = PrepareRelease(release_id=wish.release_id, recipe=made.recipe)
    return await carry_out(house, command, by=by, once=once)


async def _not_offered(house: House, wish: ReleaseWish, by: Principal) -> Outcome:
    """Who may not prepare under this permit is refused, and that noted, as for any command."""
    outcome = await carry_out(house, as_command(wish), by=by)
    if isinstance(outcome, Refusal) and outcome.code == "recipe-empty":
        return Refusal("permit-unknown", field="permit_id")
    return outcome
