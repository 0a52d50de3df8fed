"""Who works in the programme, how it is set, its keys and partners, and who may know."""

from __future__ import annotations

from datetime import timedelta

import pytest

from governance.lives.programme.keys import DestroyKey, KeyKind, RecordKey
from governance.lives.programme.partners import EndPartner, PartnerScope
from governance.lives.programme.staff import AppointStaff, EndStaff
from governance.lives.programme.switches import LiftStop, SetSwitch, StopAllReleases
from governance.refusals import Refusal
from governance.service.carry_out import carry_out
from governance.views.paging import Part
from governance.views.programme import Keys, Switches
from governance.views.question import Question
from governance.views.staff import Partners, RefusedAttempts, Staff, StaffShown
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Role
from governance.vocabulary.switches import GenomicsRegime, Switch
from tests.views.household import FOUNDED, NOW, Household

WHY = text("Agreed in the meeting of October.")


def of(rows: tuple[StaffShown, ...], who: str) -> StaffShown:
    [found] = [row for row in rows if row.id == who]
    return found


async def test_it_says_who_has_which_role_since_when(home: Household) -> None:
    desk, chair = home.cast.people["desk"], home.cast.members[0]
    await home.do(AppointStaff(person=desk, role=Role.HOLDER), "steward")
    home.cast.clock.set(NOW + timedelta(days=4))
    before = await home.now()
    await home.do(EndStaff(person=desk, role=Role.DESK), "steward")
    await home.do(EndStaff(person=desk, role=Role.HOLDER), "steward")
    home.cast.clock.set(NOW + timedelta(days=9))

    rows = await home.asks("steward", Staff())
    then = await home.asks("steward", Staff(), before)

    founded, today, ended = (day_of(one) for one in (FOUNDED, NOW, NOW + timedelta(days=4)))
    gone = of(rows, desk)
    assert gone.roles is not None
    assert [(held.role, held.since, held.until) for held in gone.roles] == [
        (Role.DESK, founded, ended),
        (Role.HOLDER, today, ended),
    ]
    assert (gone.since, gone.until) == (founded, ended)
    assert rows[-1] == gone
    assert of(then, desk).until is None
    seat = of(rows, chair)
    assert seat.roles is not None
    assert [(held.role, held.until) for held in seat.roles] == [(Role.CHAIR, None)]
    assert {"refused_attempts"}.isdisjoint(seat.shown)
    assert len(rows) == len(home.cast.people) + len(home.cast.members)


async def test_it_says_which_systems_may_ask_how_far(home: Household) -> None:
    partner = home.partners["partner-of-permits"].subject
    await home.do(EndPartner(partner_id=partner), "steward")

    for reader in ("steward", "auditor", "protector"):
        shown = await home.asks(reader, Partners())
        assert shown.partners is not None
        first, second = shown.partners
        assert (first.organisation, first.scopes) == (
            "partner-of-consents",
            frozenset({PartnerScope.CONSENTS}),
        )
        assert (second.id, second.scopes, second.ended_at is None) == (partner, frozenset(), False)


async def test_refused_attempts_are_for_auditor_and_data_protection_officer(
    home: Household,
) -> None:
    for name in ("jon", "ander", "desk"):
        home.cast.clock.set(home.cast.clock.now + timedelta(hours=1))
        setting = SetSwitch(
            switch=Switch.GENOMICS, value=GenomicsRegime.EHDS_ALONE.value, reason=WHY
        )
        outcome = await carry_out(home.cast.house, setting, by=home.by(name))
        assert isinstance(outcome, Refusal)

    for reader in ("auditor", "protector"):
        shown = await home.asks(reader, RefusedAttempts(Part(size=2)))
        assert shown.refused_attempts is not None
        desk, ander = shown.refused_attempts.rows
        assert (desk.person.roles, desk.act, desk.rules) == (
            frozenset({Role.DESK}),
            Act.SET_SWITCH,
            ("default",),
        )
        assert (ander.person.person.id, ander.person.person.name) == (home.people["ander"], None)
        rest = await home.asks(reader, RefusedAttempts(Part(shown.refused_attempts.next)))
        assert rest.refused_attempts is not None
        assert [one.person.person.id for one in rest.refused_attempts.rows] == [home.people["jon"]]
        assert rest.refused_attempts.next is None
    steward = await home.asks("steward", RefusedAttempts())
    assert steward.refused_attempts is None
    assert "refused_attempts" not in steward.shown


async def test_switches_say_how_they_stand_who_set_them_and_why(home: Household) -> None:
    before = await home.now()
    setting = SetSwitch(switch=Switch.GENOMICS, value=GenomicsRegime.EHDS_ALONE.value, reason=WHY)
    await home.do(setting, "steward")
    await home.do(StopAllReleases(reason=text("A leak is looked into.")), "first-officer")

    shown = await home.asks("preparer", Switches())
    then = await home.asks("preparer", Switches(), before)

    assert shown.switches is not None
    genomics = {one.switch: one for one in shown.switches}[Switch.GENOMICS]
    assert (genomics.value, genomics.default, genomics.reason) == (
        GenomicsRegime.EHDS_ALONE,
        GenomicsRegime.STRICT,
        WHY.value,
    )
    assert genomics.by is not None
    assert genomics.by.person.id == home.cast.people["steward"]
    assert shown.stopped is not None
    assert (shown.stopped.on, shown.stopped.reason) == (True, "A leak is looked into.")
    assert then.stopped is not None
    assert (then.stopped.on, then.stopped.since) == (False, None)
    assert shown.may == frozenset()
    assert (await home.asks("steward", Switches())).may == {Act.SET_SWITCH}
    assert (await home.asks("protector", Switches())).may == {Act.LIFT_STOP}
    await home.do(LiftStop(reason=WHY), "protector")
    lifted = (await home.asks("auditor", Switches())).stopped
    assert lifted is not None
    assert (lifted.on, lifted.reason) == (False, WHY.value)


async def test_keys_are_shown_by_their_public_parts(home: Household) -> None:
    for key, kind, public in (
        ("package-1", KeyKind.PACKAGE, "ab" * 32),
        ("permit-1", KeyKind.RELEASE_PSEUDONYM, None),
    ):
        await home.do(RecordKey(key_id=key, kind=kind, public_part=public), "steward")
    await home.do(DestroyKey(key_id="permit-1", reason=WHY), "steward")

    for reader in ("steward", "auditor", "protector"):
        shown = await home.asks(reader, Keys())
        assert shown.keys is not None
        package, pseudonym = shown.keys
        assert (package.id, package.kind, package.public_part, package.destroyed_at) == (
            "package-1",
            KeyKind.PACKAGE,
            "ab" * 32,
            None,
        )
        assert (pseudonym.public_part, pseudonym.destroyed_at is None) == (None, False)
    assert await home.finds_nothing("preparer", Keys())


@pytest.mark.parametrize(
    "question", [Staff(), Partners(), RefusedAttempts(), Switches(), Keys()], ids=repr
)
@pytest.mark.parametrize("reader", ["ane", "researcher", "holder", "desk", "partner-of-permits"])
async def test_others_find_nothing(
    home: Household, reader: str, question: Question[object]
) -> None:
    assert await home.finds_nothing(reader, question)
