"""An identifier names one entry: who states it first bears it, until it is given up or merged."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from governance.lives.citizens.commands import (
    CorrectDetails,
    EraseDetails,
    MergeDuplicates,
    RegisterCitizen,
)
from governance.refusals import Refusal
from governance.service.carry_out import Done, Outcome, carry_out
from governance.service.house import House
from governance.service.people import people_named
from governance.service.together import carry_out_together
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import Details, Erasable, Identifier, text
from governance.vocabulary.people import SubjectId
from tests.builders import details
from tests.contracts.office import ISSUER, Office

ANE, BEÑAT = SubjectId("a" * 32), SubjectId("b" * 32)
X: Identifier = (ISSUER, "X")
TAKEN = Refusal("identifier-taken", field="identifiers")


def bearing(*identifiers: Identifier) -> Erasable[Details]:
    told = details().value
    assert told is not None
    return Erasable(replace(told, identifiers=identifiers))


def registering(who: SubjectId, *identifiers: Identifier) -> Command:
    return RegisterCitizen(citizen=who, details=bearing(*identifiers))


def correcting(who: SubjectId, *identifiers: Identifier) -> Command:
    return CorrectDetails(citizen=who, details=bearing(*identifiers))


async def desk(office: Office, command: Command) -> Outcome:
    return await carry_out(office.house, command, by=office.desk)


async def named(house: House) -> SubjectId | None:
    return (await people_named(house, ISSUER, ["X"])).get("X")


async def test_nobody_bears_an_identifier_of_somebody_else(office: Office) -> None:
    assert isinstance(await desk(office, registering(ANE, X)), Done)
    assert await desk(office, registering(BEÑAT, ("another", "Y"), X)) == TAKEN
    assert isinstance(await desk(office, registering(BEÑAT, ("another", "X"))), Done)
    assert await desk(office, correcting(BEÑAT, X)) == TAKEN
    assert isinstance(await desk(office, correcting(ANE, X)), Done), "she may state her own again"
    assert await named(office.house) == ANE


async def test_a_wrong_identifier_is_given_up_and_then_free(office: Office) -> None:
    assert isinstance(await desk(office, registering(ANE, X)), Done)
    assert isinstance(await desk(office, correcting(ANE)), Done)
    assert await named(office.house) == ANE, "what she bore once still names her"
    assert isinstance(await desk(office, registering(BEÑAT, X)), Done)
    assert await named(office.house) == BEÑAT
    assert await desk(office, correcting(ANE, X)) == TAKEN


async def test_a_survivor_takes_what_her_duplicate_bore(office: Office) -> None:
    assert isinstance(await desk(office, registering(ANE, X)), Done)
    assert isinstance(await desk(office, registering(BEÑAT)), Done)
    assert await desk(office, correcting(BEÑAT, X)) == TAKEN
    merge = MergeDuplicates(citizen=ANE, survivor=BEÑAT)
    assert isinstance(await desk(office, merge), Done)
    assert isinstance(await desk(office, correcting(BEÑAT, X)), Done)
    assert await desk(office, registering(SubjectId("c" * 32), X)) == TAKEN


async def test_erasure_frees_an_identifier(office: Office) -> None:
    assert isinstance(await desk(office, registering(ANE, X)), Done)
    erase = EraseDetails(citizen=ANE, reason=text("She asked."))
    assert isinstance(await carry_out(office.house, erase, by=office.protector), Done)
    assert isinstance(await desk(office, registering(BEÑAT, X)), Done)


@pytest.mark.parametrize("several", [2, 8])
async def test_of_many_who_register_one_identifier_at_once_one_does(
    office: Office, several: int
) -> None:
    people = [SubjectId(f"{number:032x}") for number in range(1, several + 1)]
    outcomes = await asyncio.gather(*(desk(office, registering(who, X)) for who in people))
    assert sum(isinstance(one, Done) for one in outcomes) == 1
    assert outcomes.count(TAKEN) == several - 1
    winner = next(w for w, one in zip(people, outcomes, strict=True) if isinstance(one, Done))
    assert await named(office.house) == winner


async def test_within_one_transaction_the_first_bears_it(office: Office) -> None:
    both = [registering(ANE, X), registering(BEÑAT, X)]
    assert await carry_out_together(office.house, both, by=office.desk) == TAKEN
    handed_over = [registering(ANE, X), correcting(ANE), registering(BEÑAT, X)]
    assert isinstance(await carry_out_together(office.house, handed_over, by=office.desk), Done)
    assert await named(office.house) == BEÑAT
