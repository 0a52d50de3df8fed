"""What a citizen, and everybody else, is shown of her record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from governance.lives.citizens import commands as register
from governance.lives.citizens.words import Kinship, KinshipKind, Protection
from governance.lives.programme.staff import EndStaff
from governance.policy.visibility.fields import FIELDS, IDENTITY, TIES
from governance.policy.visibility_facts import View
from governance.views.consents import Consents
from governance.views.paging import Page
from governance.views.record import CitizenRecord
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import Erasable, text
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import Capacity, Role
from tests.views.household import BORN, DIED, NOW, Household, details_of

EVERYTHING = FIELDS[View.CITIZEN]


def of(home: Household, name: str) -> CitizenRecord:
    return CitizenRecord(home.people[name])


async def test_she_sees_who_she_is_and_who_stands_to_her(home: Household) -> None:
    kinship = Kinship(KinshipKind.SIBLING, home.people["ander"])
    declared = register.DeclareKinship(citizen=home.people["mikel"], kinship=kinship)
    await home.do(declared, "desk")

    shown = await home.asks("mikel", of(home, "mikel"))

    assert (shown.given_name, shown.birth_date) == ("Mikel", BORN["mikel"])
    assert shown.identifiers == (("registry", "mikel"),)
    [relative] = shown.kinship or ()
    assert (relative.person.name, relative.kind) == ("Ander Goñi", KinshipKind.SIBLING)
    [supporter] = shown.representatives or ()
    assert (supporter.person.name, supporter.capacity) == ("Ander Goñi", Capacity.SUPPORT)
    assert supporter.in_force
    assert shown.protection == (Protection(date(2026, 1, 1), None),)


async def test_parents_no_longer_decide_once_she_is_eighteen_whatever_was_recorded(
    home: Household,
) -> None:
    birthday = Instant((await home.now()).position, NOW + timedelta(days=100))

    now = await home.asks("nahia", of(home, "nahia"))
    grown_up = await home.asks("nahia", of(home, "nahia"), birthday)

    assert [one.in_force for one in now.representatives or ()] == [True]
    assert [one.in_force for one in grown_up.representatives or ()] == [False]


async def test_what_the_register_knew_then_is_shown_as_of_then(home: Household) -> None:
    before = await home.now()
    corrected = Erasable(replace(details_of("ane"), given_name="Jon"))
    correct = register.CorrectDetails(citizen=home.people["ane"], details=corrected)
    await home.do(correct, "desk")

    assert (await home.asks("ane", of(home, "ane"))).given_name == "Jon"
    assert (await home.asks("ane", of(home, "ane"), before)).given_name == "Ane"


@pytest.mark.parametrize(
    ("reader", "citizen", "fields"),
    [
        ("ane", "ane", EVERYTHING),
        ("nahia", "nahia", EVERYTHING),
        ("leire", "unai", EVERYTHING),
        ("ander", "mikel", EVERYTHING),
        ("ander", "eki", EVERYTHING),
        ("ander", "josu", frozenset({*IDENTITY, "access_log"})),
        ("desk", "ane", frozenset({*IDENTITY, *TIES})),
        ("protector", "ane", EVERYTHING),
    ],
)
async def test_each_reader_is_shown_these_fields(
    home: Household, reader: str, citizen: str, fields: frozenset[str]
) -> None:
    shown = await home.asks(reader, of(home, citizen))

    assert shown.shown == fields
    for hidden in EVERYTHING - fields:
        assert getattr(shown, hidden) is None


@pytest.mark.parametrize(
    ("reader", "citizen"),
    [
        ("jon", "ane"),
        ("leire", "nahia"),
        ("partner-of-consents", "ane"),
        ("partner-of-permits", "ane"),
        ("auditor", "ane"),
        ("researcher", "ane"),
    ],
)
async def test_others_find_nothing(home: Household, reader: str, citizen: str) -> None:
    assert await home.finds_nothing(reader, of(home, citizen))


async def test_the_dead_are_shown_as_they_died(home: Household) -> None:
    assert (await home.asks("ander", of(home, "josu"))).death_date == DIED


async def test_nothing_is_shown_of_somebody_who_was_erased(home: Household) -> None:
    erase = register.EraseDetails(citizen=home.people["ane"], reason=text("she asked for it"))
    await home.do(erase, "protector")

    for reader in ("ane", "protector", "desk"):
        assert await home.finds_nothing(reader, of(home, "ane"))


async def test_she_sees_who_read_about_her_in_which_role_and_who_was_refused(
    home: Household,
) -> None:
    await home.asks("desk", of(home, "ane"))
    await home.asks("partner-of-consents", Consents(home.people["ane"]))
    await home.finds_nothing("jon", Consents(home.people["ane"]))
    await home.asks("ane", of(home, "ane"))

    shown = await home.asks("ane", of(home, "ane"))

    assert shown.access_log is not None
    assert shown.access_log.total == 3, "her own reads are not among them"
    by_jon, by_partner, by_desk = shown.access_log.rows
    assert (by_jon.by.person.name, by_jon.by.roles, by_jon.allowed) == (
        "Jon Goñi",
        frozenset(),
        False,
    )
    assert by_partner.by.person.name == "partner-of-consents"
    assert by_partner.by.roles == {Role.PARTNER}
    assert by_desk.by.roles == {Role.DESK}
    assert (by_desk.act, by_desk.allowed) == (Act.READ_CITIZEN_RECORD, True)


async def test_reads_come_a_page_at_a_time_and_none_after_the_time_looked_at(
    home: Household,
) -> None:
    for _ in range(3):
        await home.asks("desk", of(home, "ane"))
    then = await home.now()
    await home.asks("desk", of(home, "ane"))
    ane = home.people["ane"]

    now = await home.asks("ane", CitizenRecord(ane, page=Page(2, 3)))
    earlier = await home.asks("ane", CitizenRecord(ane), then)

    assert now.access_log is not None
    assert (now.access_log.total, len(now.access_log.rows)) == (4, 1)
    assert earlier.access_log is not None
    assert earlier.access_log.total == 3


async def test_a_role_is_told_as_it_was_at_that_time(home: Household) -> None:
    await home.asks("desk", of(home, "ane"))
    await home.do(EndStaff(person=home.cast.people["desk"], role=Role.DESK), "steward")

    shown = await home.asks("ane", of(home, "ane"))
    assert shown.access_log is not None
    assert [read.by.roles for read in shown.access_log.rows] == [{Role.DESK}]
