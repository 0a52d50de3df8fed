"""Citizens choose, a study is asked for, reviewed and permitted; a partner asks before and after.

Over HTTP, with tokens of the demo's provider, on both databases. The release is built by the
engine, which no program calls.
"""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph.client.generated.enums import Says, WhyNot
from graph.client.generated.input_types import PersonInput, UseInput
from tests.graph.running import running
from tests.graph.story.people import People
from tests.graph.story.releasing import deliver
from tests.graph.story.requesting import STUDY, request
from tests.graph.story.steps import assess, choose, permit, review, withdraw

REGISTER = "demo-cohort"
MAITE, JAVIER, NOBODY = (
    PersonInput(issuer=REGISTER, identifier=name) for name in ("NA000001", "NA000002", "nobody")
)


async def test_the_story_of_the_core_over_http(empty_database_url: str, tmp_path: Path) -> None:
    async with running(tmp_path / "demo", empty_database_url) as demo, AsyncExitStack() as stack:
        people, today = People(demo, stack), datetime.now(UTC).date()
        maite = await choose(people, "maite", Says.ALLOW)
        await choose(people, "javier", Says.REFUSE)
        key, asked = await request(people, today)
        await assess(people, key)
        assert await review(people, key, today) == "FAVOURABLE"
        permit_id, permit_key = await permit(people, key, asked)
        await the_register_tells(people, key)
        await a_partner_asks(people, UseInput(permit_id=permit_id), maite)
        await deliver(people, permit_key, asked)
        await the_citizen_reads(people)


async def a_partner_asks(people: People, use: UseInput, maite: str) -> None:
    """Before and after one citizen withdraws, and once more as it was before."""
    hospital = await people.of("hospital", confirmed=False)
    answer = await hospital.evaluate_access_of_list(use, [MAITE, JAVIER, NOBODY])
    before = answer.evaluate_access_of_list
    assert before is not None
    assert verdicts(before) == [(True, None), (False, WhyNot.REFUSED), (False, WhyNot.NOT_KNOWN)]
    at = await withdraw(people, "maite", maite)
    now = (await hospital.evaluate_access(use, MAITE)).evaluate_access
    assert verdicts(now) == [(False, WhyNot.REFUSED)]
    assert now is not None
    assert now.people[0].reasons is None, "a partner is told whether, never why"
    then = await hospital.evaluate_access_as_of(use, MAITE, position=at - 1)
    assert verdicts(then.evaluate_access) == [(True, None)]
    followed = (await hospital.changes(since=at - 1, limit=10)).changes
    assert followed is not None
    assert [(row.position, row.code) for row in followed.rows][:1] == [
        (at, "consent.everything-withdrawn.v1")
    ]


async def the_citizen_reads(people: People) -> None:
    """She finds the study among those that used data, without hers: she withdrew before."""
    mine = "{ viewer { citizen { uses(first: 20) { nodes { study included } } } } }"
    uses = (await people.ask("maite", mine))["viewer"]["citizen"]["uses"]["nodes"]
    assert [one["included"] for one in uses if one["study"] == STUDY] == [False]


async def the_register_tells(people: People, key: str) -> None:
    """Everybody reads that the study was permitted."""
    public = await people.demo.client("")
    async with public:
        page = (await public.public_register(first=5)).public_register
    assert page is not None
    found = [one for one in page.nodes if one.key == key]
    assert [(one.study, one.status) for one in found] == [(STUDY, "IN_FORCE")]


def verdicts(decided: Any) -> list[tuple[bool, WhyNot | None]]:
    """What was decided of each, in order."""
    return [(one.allowed, one.why_not) for one in decided.people]
