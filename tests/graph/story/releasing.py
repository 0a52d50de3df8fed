"""The release: its recipe is made by the service, where the sources are; the API signs it."""

from __future__ import annotations

from governance.lives.datasets.words import Media
from governance.lives.releases.commands import PrepareRelease
from governance.lives.releases.words import Recipe, Source
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.service.house import House, new_id
from governance.service.preparation import Delivered, run_release
from governance.service.sign_in import Naming, person_of
from governance.vocabulary.people import Channel, SubjectId
from governance.vocabulary.purposes import Cell
from graph.client.generated.input_types import ApplicationInput
from portal.demo.files_of_act import ISSUER
from portal.demo.personas import CLAIM
from tests.graph.story.people import People

SIGN = """mutation ($release: ID!, $digest: String!) {
    signRelease(input: {releaseId: $release, recipeDigest: $digest}) { __typename } }"""
CELLS = frozenset(
    Cell.parse(f"scientific-research:{category}:public-research")
    for category in ("clinical", "epidemiological")
)


async def deliver(people: People, permit: str, asked: ApplicationInput) -> None:
    """Prepared through the service, signed over HTTP by two officers, built by the engine."""
    house = people.demo.site.house()
    try:
        recipe = await _recipe(people, house, permit, asked)
        release = new_id()
        preparer = await _subject(people, house, "preparer")
        by = Principal(subject=preparer, channel=Channel.ONLINE, stepped_up=True)
        prepared = await carry_out(house, PrepareRelease(release_id=release, recipe=recipe), by=by)
        assert isinstance(prepared, Done), prepared
        for officer in ("first-officer", "second-officer"):
            digest = recipe.digest()
            signed = await people.ask(officer, SIGN, release=release, digest=digest)
            assert signed == {"signRelease": {"__typename": "ReleaseChanged"}}
        delivered = await run_release(house, release)
        assert isinstance(delivered, Delivered), delivered
    finally:
        await house.database.close()


async def _recipe(people: People, house: House, permit: str, asked: ApplicationInput) -> Recipe:
    """One table, of the columns that the permit names."""
    columns = tuple(one.name for one in asked.columns)
    table = Source(dataset_id=asked.datasets[0], version=1, media=Media.TABLE, columns=columns)
    return Recipe(
        permit_id=permit,
        requester=await _subject(people, house, "researcher"),
        cells=CELLS,
        sources=(table,),
        environment_id=asked.environment_id,
        k=5,
        minimum_cohort=20,
        preview_considered=100,
        preview_allowed=100,
    )


async def _subject(people: People, house: House, who: str) -> SubjectId:
    """Who she is in the house; over the API nobody is called so."""
    naming = Naming(claim=CLAIM, register=ISSUER)
    claims = {"sub": who, "name": who}
    found = await person_of(house, people.demo.site.identity, claims, naming)
    assert isinstance(found, str), found
    return found
