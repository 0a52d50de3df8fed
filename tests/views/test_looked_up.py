"""Looking up one citizen: who may, what is shown, and what is noted of it."""

from __future__ import annotations

import pytest

from governance.lives.citizens.commands import EraseDetails
from governance.lives.consents.words import Says
from governance.refusals import Refusal
from governance.service.ask import NOT_FOUND
from governance.service.people import look_up
from governance.service.preparation import Named
from governance.views.access_log import AccessLog
from governance.views.looked_up import LookedUp, LookUp
from governance.views.record import CitizenRecord
from governance.vocabulary.acts import Act
from governance.vocabulary.answers import CellAnswer
from governance.vocabulary.erasable import text
from governance.vocabulary.looking_up import LookUpReason
from governance.vocabulary.people import Role
from tests.views.household import CLINICAL, Household


async def looks(
    home: Household, by: str, identifier: str, issuer: str = "registry"
) -> LookedUp | Refusal:
    named = Named(issuer, identifier)
    return await look_up(home.cast.house, named, LookUpReason.COMPLAINT, by=home.by(by))


async def test_the_officer_sees_who_she_is_what_stands_and_what_was_said(home: Household) -> None:
    await home.says("ane", Says.ALLOW, CLINICAL)

    found = await looks(home, "protector", "ane")

    assert isinstance(found, LookedUp)
    assert found.record.given_name == "Ane"
    assert found.consents is not None
    answers = {one.cell: one.answer for one in found.consents.cells or ()}
    assert answers[CLINICAL] is CellAnswer.ALLOWED
    assert found.consents.acts is not None
    assert found.consents.acts.total == 1
    assert found.uses is not None
    assert found.uses.total == 0


async def test_one_look_is_one_entry_that_the_citizen_reads_with_its_reason(
    home: Household,
) -> None:
    await looks(home, "protector", "ane")

    shown = await home.asks("ane", CitizenRecord(home.people["ane"]))

    assert shown.access_log is not None
    [look] = shown.access_log.rows
    assert (look.act, look.allowed) == (Act.LOOK_UP_CITIZEN, True)
    assert look.reason is LookUpReason.COMPLAINT
    assert look.by.roles == {Role.DPO}


@pytest.mark.parametrize(
    "reader", ["desk", "auditor", "researcher", "jon", "leire", "ane", "partner-of-consents"]
)
async def test_nobody_else_looks_anybody_up_and_the_attempt_is_noted(
    home: Household, reader: str
) -> None:
    assert await looks(home, reader, "ane") == NOT_FOUND

    log = AccessLog(act=Act.LOOK_UP_CITIZEN)
    [attempt] = (await home.asks("auditor", log)).rows
    assert (attempt.allowed, attempt.about) == (False, ("citizens", home.people["ane"]))
    assert "default" in (attempt.rules or ())


async def test_nobody_is_told_apart_from_somebody_erased_and_both_looks_are_noted(
    home: Household,
) -> None:
    erase = EraseDetails(citizen=home.people["jon"], reason=text("he asked for it"))
    await home.do(erase, "protector")

    unknown = await looks(home, "protector", "nobody")
    of_another = await looks(home, "protector", "ane", issuer="hospital")
    erased = await looks(home, "protector", "jon")

    assert unknown == of_another == erased == NOT_FOUND
    noted = (await home.asks("auditor", AccessLog(act=Act.LOOK_UP_CITIZEN))).rows
    assert [one.reason for one in noted] == [LookUpReason.COMPLAINT] * 3


async def test_looking_up_opens_nothing_that_the_reader_could_not_read_by_itself(
    home: Household,
) -> None:
    ane = home.people["ane"]
    found = await home.asks("protector", LookUp(ane))
    alone = await home.asks("protector", CitizenRecord(ane))
    assert found.record.shown == alone.shown
