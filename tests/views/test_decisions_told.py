"""Decisions are told as far as each may know, and every reading of a person is logged."""

from __future__ import annotations

from dataclasses import replace

from governance.lives.programme.partners import EndPartner, PartnerScope
from governance.refusals import Refusal
from governance.service.ask import ask
from governance.views.decisions import (
    MOST_PEOPLE,
    EvaluateAccess,
    EvaluateAccessOfAll,
    EvaluateAccessOfMany,
    PeopleDecided,
    WhyNot,
)
from governance.views.record import CitizenRecord
from governance.vocabulary.acts import Act
from governance.vocabulary.purposes import Purpose
from portal.demo.cast import principal
from tests.views.deciding import (
    NOBODY,
    a_partner,
    everybody,
    identifier_of,
    many,
    the_use,
)
from tests.views.used import Used


async def test_a_partner_is_told_yes_or_no_in_order_and_never_why(used: Used) -> None:
    partner, use = await a_partner(used, PartnerScope.VERDICTS), await the_use(used)
    included, left_out = used.told.included[0], next(iter(used.told.left_out))
    named = [await identifier_of(used, who) for who in (left_out, included)]

    answer = await many(used, partner, use, [named[0], NOBODY, named[1], named[0]])

    assert [(one.allowed, one.why_not) for one in answer.people] == [
        (False, WhyNot.REFUSED),
        (False, WhyNot.NOT_KNOWN),
        (True, None),
        (False, WhyNot.REFUSED),
    ]
    assert {one.reasons for one in answer.people} == {None}
    assert answer.whole is not None
    assert answer.whole.reasons == ()
    assert answer.instant is not None
    [alone] = (await used.asks(partner, EvaluateAccess(use=use, person=named[0]))).people
    assert alone == answer.people[0]
    [nobody] = (await used.asks(partner, EvaluateAccess(use=use, person=NOBODY))).people
    assert nobody == answer.people[1]


async def test_small_numbers_are_not_told_to_a_partner_nor_what_gives_them_away(
    used: Used,
) -> None:
    partner, use = await a_partner(used, PartnerScope.VERDICTS), await the_use(used)

    exact = (await used.asks("auditor", EvaluateAccessOfAll(use=use))).counts
    whole = await used.asks(partner, EvaluateAccessOfAll(use=use))
    preparer = await used.asks("preparer", EvaluateAccessOfAll(use=use))
    officer = await used.asks("first-officer", EvaluateAccessOfAll(use=use))

    assert exact is not None
    assert exact.allowed is not None
    assert exact.refused is not None
    assert whole.counts is not None
    small = min(exact.allowed, exact.refused) < 10
    assert (whole.counts.allowed is None) is small
    assert (whole.counts.refused is None) is small
    assert whole.counts_by_rule is None
    assert preparer.counts == whole.counts
    assert preparer.counts_by_rule is None
    assert officer.counts == exact
    assert officer.counts_by_rule


async def test_a_citizen_asks_about_herself_and_is_told_why(used: Used) -> None:
    use = await the_use(used)
    who, rules = next(
        (who, rules) for who, rules in used.told.left_out.items() if set(rules) - {"R-13", "R-19"}
    )
    other = used.told.included[0]
    hers = await identifier_of(used, who)

    for person in (who, hers):
        answer = await ask(
            used.cast.house, EvaluateAccess(use=use, person=person), by=principal(who)
        )
        assert isinstance(answer, PeopleDecided), answer
        [decision] = answer.people
        assert decision.why_not is WhyNot.REFUSED
        assert [one.rule for one in decision.reasons or ()] == [
            rule for rule in rules if rule not in ("R-13", "R-19")
        ]
    for person in (other, await identifier_of(used, other), NOBODY):
        question = EvaluateAccess(use=use, person=person)
        nothing = await ask(used.cast.house, question, by=principal(who))
        assert nothing == Refusal("not-found")
    whole = EvaluateAccessOfAll(use=use)
    assert await ask(used.cast.house, whole, by=principal(who)) == Refusal("not-found")


async def test_whoever_may_not_ask_finds_nothing(used: Used) -> None:
    use, people = await the_use(used), everybody(used)[:3]
    partner = await a_partner(used, PartnerScope.CONSENTS, PartnerScope.PERMITS)
    for by in (partner, "researcher", "desk", "first-officer", "steward"):
        assert await used.finds_nothing(by, EvaluateAccess(use=use, person=people[0]))
        assert await used.finds_nothing(by, EvaluateAccessOfMany(use=use, people=people))
    for by in (partner, "researcher", "desk", "steward"):
        assert await used.finds_nothing(by, EvaluateAccessOfAll(use=use))
    unknown = replace(use, permit_id="0" * 32)
    assert await used.finds_nothing("auditor", EvaluateAccess(use=unknown, person=people[0]))
    assert await used.finds_nothing("auditor", EvaluateAccessOfAll(use=unknown))


async def test_a_partner_that_ended_is_answered_no_more(used: Used) -> None:
    partner, use = await a_partner(used), await the_use(used)
    await used.do(EndPartner(partner_id=used.partners[partner].subject), "steward")
    question = EvaluateAccess(use=use, person=used.told.included[0])
    assert await used.finds_nothing(partner, question)


async def test_too_many_at_once_are_refused(used: Used) -> None:
    use, who = await the_use(used), used.told.included[0]
    question = EvaluateAccessOfMany(use=use, people=[who] * (MOST_PEOPLE + 1))
    answer = await ask(used.cast.house, question, by=used.by("auditor"))
    assert answer == Refusal("too-many-people", field="people")


async def test_each_finds_who_asked_about_her_and_what_for(used: Used) -> None:
    partner, use = await a_partner(used, PartnerScope.VERDICTS), await the_use(used)
    included, left_out = used.told.included[0], next(iter(used.told.left_out))
    await many(used, partner, use, [await identifier_of(used, left_out), NOBODY, included])
    await used.asks(partner, EvaluateAccess(use=use, person=included))
    await used.asks(partner, EvaluateAccessOfAll(use=use))
    stranger = used.told.included[1]
    used.people["stranger"] = stranger
    assert await used.finds_nothing("stranger", EvaluateAccess(use=use, person=included))

    found = []
    for who in (included, left_out):
        record = await ask(used.cast.house, CitizenRecord(who), by=principal(who))
        assert not isinstance(record, Refusal)
        assert record.access_log is not None
        found.append([one for one in record.access_log.rows if one.act is Act.READ_VERDICTS])

    assert [one.allowed for one in found[0]] == [False, True, True]
    assert [one.allowed for one in found[1]] == [True]
    assert {one.by.person.name for one in (*found[0][1:], *found[1])} == {"Biobank"}
    assert {one.purposes for rows in found for one in rows} == {
        frozenset({Purpose.SCIENTIFIC_RESEARCH})
    }
