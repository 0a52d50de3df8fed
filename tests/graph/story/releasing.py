"""The release: prepared and signed over HTTP; the engine, which no program calls, builds it."""

from __future__ import annotations

from governance.service.preparation import Delivered, run_release
from graph.client.generated.input_types import ApplicationInput
from tests.graph.story.people import People

PREPARE = """mutation ($input: PrepareReleaseInput!) { prepareRelease(input: $input) {
    __typename
    ... on ReleaseChanged { repeated changed { key status recipe { digest k minimumCohort } } }
    ... on Refused { code field }
} }"""
SIGN = """mutation ($release: ID!, $digest: String!) {
    signRelease(input: {releaseId: $release, recipeDigest: $digest}) { __typename } }"""
PEOPLE = """query ($permit: ID!) { permit(id: $permit) {
    preparable { namedPersons { id name } } } }"""


async def deliver(people: People, permit: str, asked: ApplicationInput) -> None:
    """Prepared by a preparer, signed by two officers, built by the engine."""
    release, digest = await _prepare(people, permit, asked)
    for officer in ("first-officer", "second-officer"):
        signed = await people.ask(officer, SIGN, release=release, digest=digest)
        assert signed == {"signRelease": {"__typename": "ReleaseChanged"}}
    house = people.demo.site.house()
    try:
        delivered = await run_release(house, release)
        assert isinstance(delivered, Delivered), delivered
    finally:
        await house.database.close()


async def _prepare(people: People, permit: str, asked: ApplicationInput) -> tuple[str, str]:
    """One table, of the columns that the permit names; sent twice it is laid down once."""
    known = await people.ask("preparer", PEOPLE, permit=permit)
    named = known["permit"]["preparable"]["namedPersons"]
    wish = {
        "permitId": permit,
        "requester": next(one["id"] for one in named if one["name"] == "Amaia Larralde"),
        "taken": [{"datasetId": one.dataset, "column": one.name} for one in asked.columns],
        "k": 5,
        "minimumCohort": 20,
        "idempotencyKey": "the release",
    }
    nothing = {**wish, "taken": [{"datasetId": asked.datasets[0], "column": "nothing"}]}
    refused = await people.ask("preparer", PREPARE, input={**nothing, "idempotencyKey": "none"})
    assert refused["prepareRelease"]["code"] == "source-unknown"
    hasty = await people.ask("researcher", PREPARE, input={**wish, "idempotencyKey": "hers"})
    assert hasty["prepareRelease"] == {
        "__typename": "Refused",
        "code": "not-allowed",
        "field": None,
    }
    first, again = [
        (await people.ask("preparer", PREPARE, input=wish))["prepareRelease"] for _ in range(2)
    ]
    assert (first["repeated"], again["repeated"]) == (False, True), (first, again)
    assert first["changed"] == again["changed"]
    assert first["changed"]["status"] == "PREPARED"
    return first["changed"]["key"], first["changed"]["recipe"]["digest"]
