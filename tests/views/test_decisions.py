"""Decisions are what a release would be, for one, for a list and for everyone, at any instant."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from governance.eligibility.decisions import judged_use, release_of
from governance.eligibility.reader import Reader
from governance.lives import citizens, releases
from governance.lives.consents import commands as say
from governance.lives.consents.words import Given
from governance.lives.permits.commands import SuspendPermit
from governance.policy.facts import Facts
from governance.policy.release import OF_A_RECIPE, RELEASE
from governance.policy.version import RULES
from governance.service.preparation.cohort import judged
from governance.storage import driver, ledger
from governance.storage.driver import Session
from governance.views.decisions import (
    EvaluateAccess,
    EvaluateAccessOfAll,
    Named,
    Use,
    WhyNot,
)
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import Capacity, Channel, SubjectId
from governance.vocabulary.purposes import Cell
from tests.views.deciding import (
    everybody,
    identifier_of,
    many,
    the_recipe,
    the_use,
)
from tests.views.used import Used


async def test_a_decision_about_each_is_what_the_release_did_with_her(used: Used) -> None:
    use, people = await the_use(used), everybody(used)

    answer = await many(used, "auditor", use, people)

    assert answer.whole is not None
    assert answer.whole.allowed, answer.whole
    decided = dict(zip(people, answer.people, strict=True))
    assert {who for who, one in decided.items() if one.allowed} == set(used.told.included)
    for who, rules in used.told.left_out.items():
        assert decided[who].why_not is WhyNot.REFUSED
        assert [reason.rule for reason in decided[who].reasons or ()] == rules
    assert used.told.included
    assert used.told.left_out


@pytest.mark.parametrize("days", [-400, -1, 0, 1, 800])
async def test_at_any_instant_everybody_is_judged_as_the_release_would_judge_her(
    used: Used, days: int
) -> None:
    use, people, now = await the_use(used), everybody(used), await used.now()
    recipe = await the_recipe(used)
    for position in (now.position, now.position - 1, now.position - 3, now.position // 2):
        instant = Instant(position, now.time + timedelta(days=days))
        async with used.cast.house.database.reading() as session:
            prepared = await judged(session, releases.State(recipe=recipe), instant, people)
            reader = Reader(session, up_to=position)
            supposed = await release_of(reader, use)
            if supposed is None:
                assert position < now.position - 3, "the permit is there"
                continue
            decided = await judged_use(reader, supposed, instant, people)
        assert decided.people.verdicts == prepared.verdicts
        assert prepared.verdicts


async def test_a_list_costs_the_same_statements_however_many_it_names(
    used: Used, monkeypatch: pytest.MonkeyPatch
) -> None:
    use, people = await the_use(used), everybody(used)
    named = [await identifier_of(used, who) for who in people[:20]]
    asked: list[str] = []
    fetch = driver.fetch

    async def counted(session: Session, sql: str, *values: Any) -> list[Any]:
        asked.append(sql)
        return await fetch(session, sql, *values)

    monkeypatch.setattr(driver, "fetch", counted)
    costs = []
    for some in (named[:2], named, [Named(f"issuer {n}", str(n)) for n in range(40)] + named):
        await many(used, "auditor", use, list(some))
        costs.append(len(asked))
        asked.clear()
    assert costs[0] == costs[1] == costs[2] < 40


async def test_one_a_list_and_everyone_come_to_the_same(used: Used) -> None:
    use = Use(permit_id=used.told.permit_id)
    async with used.cast.house.database.reading() as session:
        people = list(map(SubjectId, await ledger.stream_ids(session, citizens.NAME)))

    listed = await many(used, "auditor", use, people)
    alone = [await used.asks("auditor", EvaluateAccess(use=use, person=who)) for who in people[::7]]
    everyone = await used.asks("protector", EvaluateAccessOfAll(use=use))

    assert [one.people[0] for one in alone] == list(listed.people[::7])
    assert everyone.whole == listed.whole
    assert everyone.counts is not None
    allowed = sum(bool(one.allowed) for one in listed.people)
    assert everyone.counts.allowed == allowed
    assert everyone.counts.known == len(people)
    by_rule = Counter(reason.rule for one in listed.people for reason in one.reasons or ())
    assert everyone.counts_by_rule == dict(by_rule)


async def test_a_decision_says_by_what_and_as_of_when(used: Used) -> None:
    use, now = await the_use(used), await used.now()

    answer = await many(used, "auditor", use, everybody(used)[:2])

    assert answer.instant is not None
    assert answer.instant.position == now.position
    assert answer.instant.time >= now.time
    assert answer.rules == RULES
    assert answer.regime is not None
    assert answer.cells == use.cells
    assert answer.datasets == use.datasets
    refused = [reason for one in answer.people for reason in one.reasons or ()]
    assert all(reason.says.endswith(".") and reason.sources for reason in refused)


async def test_under_a_suspended_permit_nobodys_record_may_leave(used: Used) -> None:
    use, who = await the_use(used), used.told.included[0]
    before = await used.now()
    used.cast.clock.set(used.cast.clock() + timedelta(days=1))
    suspend = SuspendPermit(permit_id=use.permit_id, reason=text("A complaint."))
    await used.do(suspend, "access-officer")

    answer = await many(used, "auditor", use, [who])
    then = await used.asks("auditor", EvaluateAccess(use=use, person=who), before)

    assert answer.whole is not None
    assert {one.rule for one in answer.whole.reasons} >= {"R-22"}
    assert answer.people[0].allowed is False
    assert answer.people[0].reasons == ()
    assert then.people[0].allowed is True
    assert then.instant == before


async def test_what_she_says_now_counts_now_and_not_then(used: Used) -> None:
    use, who, before = await the_use(used), used.told.included[0], await used.now()
    used.cast.clock.set(used.cast.clock() + timedelta(days=1))
    said = Given(
        giver=who,
        capacity=Capacity.SELF,
        channel=Channel.ONLINE,
        effective_at=used.cast.clock(),
    )
    used.people["she"] = who
    await used.do(say.WithdrawEverything(citizen=who, given=said), "she")

    now = await used.asks("auditor", EvaluateAccess(use=use, person=who))
    known_then = Instant(before.position, used.cast.clock())
    then = await used.asks("auditor", EvaluateAccess(use=use, person=who), known_then)

    assert now.people[0].allowed is False
    assert then.people[0].allowed is True


async def test_cells_and_datasets_outside_the_permit_are_refused_as_a_release_would(
    used: Used,
) -> None:
    use, who = await the_use(used), used.told.included[0]
    commercial = Cell.parse("product-innovation:clinical:commercial")

    cells = await used.asks(
        "auditor", EvaluateAccess(use=replace(use, cells=frozenset({commercial})), person=who)
    )
    dataset = await used.asks(
        "auditor", EvaluateAccess(use=replace(use, datasets=frozenset({"f" * 32})), person=who)
    )

    assert cells.whole is not None
    assert {"R-27", "R-28"} <= {one.rule for one in cells.whole.reasons}
    assert cells.people[0].allowed is False
    assert dataset.whole is not None
    assert "R-29" in {one.rule for one in dataset.whole.reasons}


def test_what_only_a_recipe_says_is_named_and_nothing_else() -> None:
    """The rules that are not judged are about people at work, the place, and the size."""
    told = {rule.asks for rule in RELEASE if rule.id in OF_A_RECIPE}
    assert told == {
        Facts.requester_is_not_named,
        Facts.two_officers_have_not_signed,
        Facts.an_officer_is_the_applicant,
        Facts.an_officer_prepared_the_release,
        Facts.preparer_assessed_the_request,
        Facts.preparer_is_in_the_research_team,
        Facts.destination_is_not_the_environment,
        Facts.cohort_is_too_small,
    }
