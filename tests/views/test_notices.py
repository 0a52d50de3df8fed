"""What a citizen hears of, derived from the ledger, the calendar and the access log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from governance.lives.citizens import commands as register
from governance.lives.citizens.words import Kinship, KinshipKind
from governance.lives.consents import commands as say
from governance.lives.consents.words import Given, Says
from governance.lives.releases.commands import RecallRelease
from governance.service.ask import ask
from governance.service.due import do_due
from governance.views.consents import Consents
from governance.views.noticed import Notice, NoticeCode
from governance.views.notices import Notices
from governance.views.paging import Page, Paged
from governance.views.record import CitizenRecord
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import Instant, start_of
from governance.vocabulary.people import Capacity, Channel, Role, SubjectId
from portal.demo.cast import principal, publish_sheet
from portal.demo.studies import CARDIOMETABOLIC
from tests.views.household import CLINICAL, GENOMIC, NOW, Household
from tests.views.used import Used


def of(home: Household, name: str, *codes: NoticeCode) -> Notices:
    """The notices of these kinds, or of all."""
    return Notices(home.people[name], codes=frozenset(codes or NoticeCode))


def codes(notices: Iterable[Notice]) -> list[NoticeCode]:
    return [notice.code for notice in notices]


async def test_what_the_desk_records_is_told_and_what_she_does_herself_is_not(
    home: Household,
) -> None:
    await home.says("ane", Says.ALLOW, GENOMIC)
    by_desk = await home.says("ane", Says.WITHDRAW, GENOMIC, by="desk")

    newest, *rest = (await home.asks("ane", of(home, "ane"))).rows

    assert (newest.code, newest.position) == (NoticeCode.CHOICE_RECORDED, by_desk)
    assert newest.entry == "consent.choice-recorded.v1"
    assert newest.by is not None
    assert newest.by.roles == {Role.DESK}
    assert codes(rest) == [NoticeCode.RECORD_CHANGED], "she was entered by the desk"


async def test_a_representation_is_told_when_it_begins_ends_and_at_majority(
    home: Household,
) -> None:
    ended = register.EndRepresentation(
        citizen=home.people["mikel"],
        representative=home.people["ander"],
        capacity=Capacity.SUPPORT,
        until=date(2026, 11, 1),
    )
    await home.do(ended, "desk")
    kinds = (NoticeCode.REPRESENTATION_BEGUN, NoticeCode.REPRESENTATION_ENDED, NoticeCode.MAJORITY)
    position = (await home.now()).position
    grown_up = Instant(position, NOW + timedelta(days=100))

    end, begin = (await home.asks("mikel", of(home, "mikel", *kinds))).rows
    minor = await home.asks("nahia", of(home, "nahia", *kinds))
    adult = await home.asks("nahia", of(home, "nahia", *kinds), grown_up)

    assert (begin.person and begin.person.name, begin.capacity) == ("Ander Goñi", Capacity.SUPPORT)
    assert (end.code, end.day, end.position) == (kinds[1], date(2026, 11, 1), None)
    assert end.at == start_of(date(2026, 11, 2))
    assert codes(minor.rows) == [kinds[0]]
    assert codes(adult.rows) == [kinds[2], kinds[0]]
    assert adult.rows[0].day == date(2027, 2, 3)


async def test_relatives_and_measures_are_told(home: Household) -> None:
    kinship = Kinship(KinshipKind.SIBLING, home.people["ander"])
    declared = register.DeclareKinship(citizen=home.people["mikel"], kinship=kinship)
    await home.do(declared, "desk")

    told = await home.asks("mikel", of(home, "mikel"))

    assert {NoticeCode.KINSHIP_CHANGED, NoticeCode.PROTECTION_CHANGED} <= set(codes(told.rows))


async def test_a_new_major_version_is_told_to_whoever_is_asked_again(home: Household) -> None:
    await home.says("ane", Says.ALLOW, GENOMIC)
    await home.says("jon", Says.REFUSE, GENOMIC)
    before = await home.now()
    await publish_sheet(home.cast, 2)
    kind = NoticeCode.SHEET_ASKS_AGAIN

    [notice] = (await home.asks("ane", of(home, "ane", kind))).rows

    assert notice.sheet is not None
    assert (notice.sheet.sheet_id, notice.sheet.major) == (home.cast.sheet, 2)
    assert (await home.asks("jon", of(home, "jon", kind))).rows == ()
    assert (await home.asks("leire", of(home, "leire", kind))).rows == ()
    assert (await home.asks("ane", of(home, "ane", kind), before)).rows == ()


async def test_reads_by_others_are_told_and_her_own_are_not(home: Household) -> None:
    await home.asks("desk", CitizenRecord(home.people["unai"]))
    await home.finds_nothing("jon", Consents(home.people["unai"]))
    await home.asks("unai", Consents(home.people["unai"]))
    await home.asks("leire", Consents(home.people["unai"]))
    kind = NoticeCode.RECORD_READ

    own = (await home.asks("unai", of(home, "unai", kind))).rows
    mothers = (await home.asks("leire", of(home, "unai", kind))).rows

    assert [(one.allowed, one.act) for one in own] == [
        (True, Act.READ_CITIZEN_RECORD),
        (False, Act.READ_CITIZEN_RECORD),
        (True, Act.READ_CITIZEN_RECORD),
    ]
    readers = [one.by.person.id for one in mothers if one.by]
    assert home.people["leire"] not in readers
    assert home.cast.people["desk"] in readers


async def test_the_list_is_one_and_comes_a_page_at_a_time(home: Household) -> None:
    for cell in (GENOMIC, CLINICAL):
        await home.says("ane", Says.ALLOW, cell, by="desk")
        await home.asks("desk", CitizenRecord(home.people["ane"]))
    everything = await home.asks("ane", of(home, "ane"))
    parts = [
        await home.asks("ane", Notices(home.people["ane"], page=Page(number, 2)))
        for number in (1, 2, 3)
    ]

    assert everything.total == 5
    assert [row for part in parts for row in part.rows] == list(everything.rows)
    assert codes(everything.rows)[:2] == [NoticeCode.RECORD_READ, NoticeCode.CHOICE_RECORDED]
    assert [one.at for one in everything.rows] == sorted(
        (one.at for one in everything.rows), reverse=True
    )


async def test_a_mother_is_not_told_of_her_childs_own_refusal(home: Household) -> None:
    refusal = say.RecordMinorRefusal(
        citizen=home.people["unai"],
        given=Given(
            giver=home.people["unai"],
            capacity=Capacity.SELF,
            channel=Channel.DESK,
            effective_at=home.cast.clock(),
        ),
    )
    await home.do(refusal, "desk")

    mothers = await home.asks("leire", of(home, "unai"))
    own = await home.asks("unai", of(home, "unai"))

    assert NoticeCode.OWN_REFUSAL_RECORDED not in codes(mothers.rows)
    assert NoticeCode.OWN_REFUSAL_RECORDED in codes(own.rows)


async def test_who_is_told_what(home: Household) -> None:
    await home.says(
        "josu",
        Says.WITHDRAW,
        GENOMIC,
        by="desk",
        given=home.given("josu", at=NOW - timedelta(days=90)),
    )
    await home.asks("desk", CitizenRecord(home.people["josu"]))

    heir = await home.asks("ander", of(home, "josu"))
    protector = await home.asks("protector", of(home, "josu"))

    assert set(codes(heir.rows)) == {NoticeCode.RECORD_CHANGED, NoticeCode.RECORD_READ}
    assert NoticeCode.CHOICE_RECORDED in codes(protector.rows)
    for reader in ("jon", "auditor", "partner-of-permits", "partner-of-consents"):
        assert await home.finds_nothing(reader, of(home, "josu"))
    assert await home.finds_nothing("leire", of(home, "nahia"))


async def test_a_use_and_what_became_of_it_are_told_to_whoever_was_in(used: Used) -> None:
    who, outside = used.told.included[0], next(iter(used.told.left_out))
    given = Given(
        giver=who, capacity=Capacity.SELF, channel=Channel.ONLINE, effective_at=used.cast.clock()
    )
    await used.cast.do(say.WithdrawEverything(citizen=who, given=given), principal(who))
    await do_due(used.cast.house)
    recall = RecallRelease(release_id=used.told.release_id, reason=text("wrong column"))
    await used.cast.do(recall, used.by("first-officer"))

    told = await notices(used, who)
    of_uses = [one for one in told if one.release == used.told.release_id]

    assert codes(of_uses) == [
        NoticeCode.PACKAGE_RECALLED,
        NoticeCode.REMOVAL_NOTIFIED,
        NoticeCode.DATA_USED,
    ]
    assert {one.study for one in of_uses} == {CARDIOMETABOLIC.name}
    assert {one.permit for one in of_uses} == {used.told.permit_id}
    assert [one for one in await notices(used, outside) if one.release] == []


async def notices(used: Used, who: SubjectId) -> tuple[Notice, ...]:
    """What she is told herself."""
    answer = await ask(used.cast.house, Notices(who, page=Page(1, 100)), by=principal(who))
    assert isinstance(answer, Paged)
    return answer.rows
