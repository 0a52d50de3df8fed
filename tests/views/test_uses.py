"""Who used her data: told as exactly as to an auditor, and to nobody whom it does not concern."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from governance.lives.citizens.commands import MergeDuplicates
from governance.lives.consents.commands import WithdrawEverything
from governance.lives.consents.words import Given
from governance.lives.releases.commands import ConfirmRemoval, RecallRelease
from governance.lives.releases.events import RemovalNotified
from governance.policy.visibility.fields import FIELDS
from governance.policy.visibility_facts import View
from governance.principals import Principal
from governance.service.ask import ask
from governance.service.due import do_due
from governance.service.preparation import Explanation, explain_release
from governance.storage import ledger
from governance.views.paging import Paged
from governance.views.uses import Removal, RemovalStatus, Use, Uses
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Capacity, Channel, SubjectId
from governance.vocabulary.purposes import DataCategory, Purpose, RecipientKind
from portal.demo.cast import principal
from portal.demo.studies import CARDIOMETABOLIC
from tests.views.household import Household
from tests.views.used import Used

SHOWN = FIELDS[View.USES] - {"results", "outcome"}
"""Results are reported by no command yet; an outcome is that of an act to come."""


async def uses(used: Used, who: SubjectId, by: Principal | None = None) -> Paged[Use]:
    """What somebody is shown, the citizen herself where nobody is named."""
    answer = await ask(used.cast.house, Uses(who), by=by or principal(who))
    assert isinstance(answer, Paged), answer
    return answer


async def the_use(used: Used, who: SubjectId, by: Principal | None = None) -> Use:
    """The only one."""
    [use] = (await uses(used, who, by)).rows
    return use


async def the_removal(used: Used, who: SubjectId) -> Removal:
    """What became of her records."""
    removal = (await the_use(used, who)).removal
    assert removal is not None
    return removal


async def test_everybody_in_the_files_is_told_the_same_as_an_auditor(used: Used) -> None:
    for who in (*used.told.included, *used.told.left_out):
        use = await the_use(used, who)
        assert use.id == used.told.release_id
        assert use.included is (who in used.told.included)
        assert set(use.reason or ()) <= set(used.told.left_out.get(who, ()))


async def test_a_use_says_who_what_for_and_when(used: Used) -> None:
    use = await the_use(used, used.told.included[0])

    assert use.shown == SHOWN
    assert use.study == CARDIOMETABOLIC.name
    assert use.purposes == frozenset({Purpose.SCIENTIFIC_RESEARCH})
    assert use.categories == frozenset(
        {
            DataCategory.GENOMIC,
            DataCategory.CLINICAL,
            DataCategory.EPIDEMIOLOGICAL,
        }
    )
    assert use.recipient is RecipientKind.PUBLIC_RESEARCH
    assert use.principal_investigator is not None
    assert use.principal_investigator.id == used.told.cast["researcher"]
    assert use.permit == used.told.permit_id
    assert use.reason == ()


async def test_she_is_told_why_she_was_left_out_and_of_relatives_nothing(used: Used) -> None:
    withdrew = next(who for who, why in used.told.left_out.items() if why == ["R-03"])

    assert (await the_use(used, withdrew)).reason == ("R-03",)


async def test_a_removal_is_followed_from_the_change_of_mind_to_the_recipients_word(
    used: Used,
) -> None:
    who = used.told.included[0]
    assert (await the_removal(used, who)).status is RemovalStatus.NOT_NEEDED
    given = Given(
        giver=who, capacity=Capacity.SELF, channel=Channel.ONLINE, effective_at=used.cast.clock()
    )
    await used.cast.do(WithdrawEverything(citizen=who, given=given), principal(who))
    assert (await the_removal(used, who)).status is RemovalStatus.DUE

    await do_due(used.cast.house)
    notified = await the_removal(used, who)
    assert notified.status is RemovalStatus.NOTIFIED

    confirm = ConfirmRemoval(release_id=used.told.release_id, notice_id=await the_notice(used, who))
    await used.cast.do(confirm, used.by("researcher"))
    confirmed = await the_removal(used, who)
    assert confirmed.status is RemovalStatus.CONFIRMED
    assert confirmed.notified_at == notified.notified_at
    assert confirmed.confirmed_at is not None


async def the_notice(used: Used, who: SubjectId) -> str:
    """The id of the notice about her."""
    stream = f"releases/{used.told.release_id}"
    async with used.cast.house.database.reading() as session:
        entries = (await ledger.read(session, [stream]))[stream]
    [notice] = [
        one.event.notice_id
        for one in entries
        if isinstance(one.event, RemovalNotified) and who in one.event.citizens
    ]
    return notice


async def test_a_recalled_package_says_so_to_whoever_was_in_it(used: Used) -> None:
    recall = RecallRelease(release_id=used.told.release_id, reason=text("wrong column"))
    await used.cast.do(recall, used.by("first-officer"))

    inside = await the_removal(used, used.told.included[0])
    outside = await the_removal(used, next(iter(used.told.left_out)))

    assert inside.status is RemovalStatus.RECALLED
    assert outside.status is RemovalStatus.NOT_NEEDED


async def test_a_release_delivered_later_was_not_known_before(used: Used) -> None:
    who = used.told.included[0]
    stream = f"releases/{used.told.release_id}"
    async with used.cast.house.database.reading() as session:
        entries = (await ledger.read(session, [stream]))[stream]
    delivered, now = entries[-1], await used.now()
    before = replace(now, position=delivered.position - 1)
    the_day_before = replace(now, time=delivered.event.at - timedelta(days=1))
    for instant in (before, the_day_before):
        answer = await ask(used.cast.house, Uses(who), by=principal(who), as_of=instant)
        assert isinstance(answer, Paged)
        assert (answer.rows, answer.total) == ((), 0)


async def test_what_the_survivor_of_a_merge_is_told_includes_her_other_entry(used: Used) -> None:
    gone, *_ = used.told.included
    survivor = next(who for who, why in used.told.left_out.items() if why == ["R-03"])
    merge = MergeDuplicates(citizen=gone, survivor=survivor)
    await used.cast.do(merge, used.by("desk"))

    assert (await the_use(used, survivor)).included is True


async def test_the_protector_sees_it_and_desk_auditor_and_neighbour_do_not(used: Used) -> None:
    who, neighbour, *_ = used.told.included

    assert (await the_use(used, who, used.by("protector"))).included is True
    for name in ("desk", "auditor", "researcher", "first-officer"):
        refused = await ask(used.cast.house, Uses(who), by=used.by(name))
        assert not isinstance(refused, Paged)
    refused = await ask(used.cast.house, Uses(who), by=principal(neighbour))
    assert not isinstance(refused, Paged)


async def test_whoever_is_in_no_file_has_no_uses(home: Household) -> None:
    assert (await home.asks("ane", Uses(home.people["ane"]))).total == 0
    assert (await home.asks("leire", Uses(home.people["unai"]))).total == 0
    assert await home.finds_nothing("leire", Uses(home.people["nahia"]))
    assert await home.finds_nothing("ander", Uses(home.people["josu"]))
    assert await home.finds_nothing("partner-of-consents", Uses(home.people["ane"]))


async def test_an_explanation_reads_no_file(used: Used) -> None:
    """What a source holds was taken down when it was imported."""
    for file in used.cast.house.sources.iterdir():
        file.unlink()
    who = used.told.included[0]
    explained = await explain_release(
        used.cast.house, used.told.release_id, who, by=used.by("auditor")
    )
    assert isinstance(explained, Explanation)
    assert explained.was_in
