"""A release, step by step: a recipe, two signatures, and the engine."""

from __future__ import annotations

from governance.lives.datasets.words import Media
from governance.lives.releases.commands import PrepareRelease, SignRelease
from governance.lives.releases.words import Recipe, Source
from governance.service.house import new_id
from governance.service.preparation import Delivered, run_release
from portal.demo.cast import Cast, StoryRefused
from portal.demo.studies import CARDIOMETABOLIC, ENVIRONMENT, GENOMIC, Study, Wanted

K, MINIMUM_COHORT = 5, 20
OFFICERS = ("first-officer", "second-officer")


def recipe(
    cast: Cast, wanted: Wanted, permit_id: str, preview: int, study: Study = CARDIOMETABOLIC
) -> Recipe:
    """What the study's permit allows to be taken, whole."""
    table = Source(dataset_id=wanted.table_id, version=1, media=Media.TABLE, columns=wanted.columns)
    variants = Source(dataset_id=wanted.variants_id, version=1, media=Media.VARIANTS)
    return Recipe(
        permit_id=permit_id,
        requester=cast.people["researcher"],
        cells=study.cells,
        sources=(table, variants) if GENOMIC in study.categories else (table,),
        environment_id=ENVIRONMENT,
        k=K,
        minimum_cohort=MINIMUM_COHORT,
        preview_considered=preview,
        preview_allowed=preview,
    )


async def prepare(cast: Cast, laid_down: Recipe, signers: tuple[str, ...] = OFFICERS) -> str:
    """The preparer lays the recipe down, and these officers sign it."""
    release_id = new_id()
    command = PrepareRelease(release_id=release_id, recipe=laid_down)
    await cast.do(command, cast.by("preparer"))
    for officer in signers:
        signed = SignRelease(release_id=release_id, recipe_digest=laid_down.digest())
        await cast.do(signed, cast.by(officer))
    return release_id


async def deliver(cast: Cast, release_id: str) -> Delivered:
    """The engine carries a signed release out."""
    outcome = await run_release(cast.house, release_id)
    if not isinstance(outcome, Delivered):
        raise StoryRefused(f"release: {outcome}")
    return outcome
