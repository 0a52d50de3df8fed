"""What would follow is computed by the rules, and is what follows once it is done."""

from __future__ import annotations

from typing import Any

import pytest

from governance.lives.consents import commands as say
from governance.lives.consents.words import Given, Says
from governance.lives.releases.commands import RecallRelease
from governance.principals import Principal
from governance.service.ask import ask
from governance.service.due import do_due
from governance.service.ledger_check import ledger_size
from governance.views.consents import Consents, ConsentsShown
from governance.views.consequences import Consequences
from governance.views.foreseen import (
    ChangeOfPermit,
    ChangeOfRelease,
    Foreseen,
    PermitOutcome,
    ReleaseOutcome,
)
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Capacity, Channel, SubjectId
from governance.vocabulary.purposes import Reach
from governance.vocabulary.regimes import Regime
from portal.demo.cast import principal
from portal.demo.studies import CARDIOMETABOLIC
from tests.views.household import CLINICAL, Household
from tests.views.used import Used

STAYS = ChangeOfRelease.STAYS


def given(used: Used, who: SubjectId) -> Given:
    return Given(
        giver=who, capacity=Capacity.SELF, channel=Channel.ONLINE, effective_at=used.cast.clock()
    )


async def somebody(used: Used) -> SubjectId:
    """An adult in the package who has answered in general, and not about the study alone."""
    for who in used.told.included:
        shown = await ask(used.cast.house, Consents(who), by=principal(who))
        assert isinstance(shown, ConsentsShown)
        answers = {one.answer for one in shown.cells or () if one.cell == CLINICAL}
        own = all(one.capacities == {Capacity.SELF} for one in shown.cells or () if one.since)
        if own and "allowed" in answers and not shown.study_answers:
            return who
    raise AssertionError("nobody")


async def foreseen(
    used: Used, who: SubjectId, *commands: Command, by: Principal | None = None
) -> Foreseen:
    question = Consequences(who, commands=commands)
    answer = await ask(used.cast.house, question, by=by or principal(who))
    assert isinstance(answer, Foreseen), answer
    return answer


def of_permit(answer: Foreseen) -> PermitOutcome:
    [permit] = answer.permits
    assert permit.outcome is not None
    return permit.outcome


def of_release(answer: Foreseen) -> ReleaseOutcome:
    [release] = answer.releases
    assert release.outcome is not None
    return release.outcome


async def test_withdrawing_everything_stops_the_permit_and_sends_a_removal_notice(
    used: Used,
) -> None:
    who = await somebody(used)
    withdraw = say.WithdrawEverything(citizen=who, given=given(used, who))
    before = await ledger_size(used.cast.house)

    answer = await foreseen(used, who, withdraw)

    assert await ledger_size(used.cast.house) == before, "nothing is recorded"
    permit, release = of_permit(answer), of_release(answer)
    assert permit.change is ChangeOfPermit.WOULD_STOP
    assert permit.stops == CARDIOMETABOLIC.cells
    assert (permit.rules, permit.regime) == (("R-03",), Regime.PROGRAMME)
    assert release.changes == (STAYS, ChangeOfRelease.REMOVAL_WILL_BE_SENT)
    assert release.rules == ("R-03",)
    assert answer.permits[0].study == answer.releases[0].study == CARDIOMETABOLIC.name

    await used.cast.do(withdraw, principal(who))
    assert (await do_due(used.cast.house))["notify-removal"] == 1
    after = await foreseen(used, who)
    assert of_permit(after).change is ChangeOfPermit.NOTHING_LEAVES
    assert of_release(after).changes == (STAYS, ChangeOfRelease.REMOVAL_WAS_SENT)


async def test_withdrawing_one_kind_of_data_stops_that_part(used: Used) -> None:
    who = await somebody(used)
    some: dict[str, Any] = {"cells": frozenset({CLINICAL}), "says": Says.WITHDRAW}
    withdraw = say.RecordChoice(citizen=who, given=given(used, who), **some)

    answer = await foreseen(used, who, withdraw)

    assert of_permit(answer).change is ChangeOfPermit.PARTLY_STOPS
    assert of_permit(answer).stops == {CLINICAL}
    assert of_permit(answer).goes_on == CARDIOMETABOLIC.cells - {CLINICAL}
    assert of_release(answer).changes == (STAYS, ChangeOfRelease.REMOVAL_WILL_BE_SENT)


async def test_what_touches_nothing_that_is_used_lets_everything_go_on(used: Used) -> None:
    who = await somebody(used)

    answer = await foreseen(used, who)

    assert of_permit(answer).change is ChangeOfPermit.GOES_ON
    assert of_permit(answer).rules == ()
    assert of_release(answer).changes == (STAYS,)


@pytest.mark.parametrize("act", ["opt-out", "reach"])
async def test_opting_out_and_a_short_reach_stop_it_by_their_own_rules(
    used: Used, act: str
) -> None:
    who = await somebody(used)
    command: Command = (
        say.OptOut(citizen=who, given=given(used, who))
        if act == "opt-out"
        else say.SetReach(citizen=who, given=given(used, who), reach=Reach.SPAIN)
    )

    answer = await foreseen(used, who, command)

    assert of_permit(answer).change is ChangeOfPermit.WOULD_STOP
    assert of_permit(answer).rules == (("R-07",) if act == "opt-out" else ("R-12",))
    await used.cast.do(command, principal(who))
    assert (await do_due(used.cast.house))["notify-removal"] == 1, "as foreseen"


async def test_several_acts_are_supposed_together(used: Used) -> None:
    """Opting out and lifting it again changes nothing."""
    who = await somebody(used)
    out = say.OptOut(citizen=who, given=given(used, who))
    back = say.LiftOptOut(citizen=who, given=given(used, who))

    assert of_permit(await foreseen(used, who, out, back)).change is ChangeOfPermit.GOES_ON


async def test_what_cannot_be_done_is_refused_with_its_reason(used: Used) -> None:
    who = await somebody(used)
    lift = say.LiftOptOut(citizen=who, given=given(used, who))

    answer = await foreseen(used, who, lift)

    assert answer.refused is not None
    assert answer.refused.code == "not-opted-out"
    assert (answer.permits, answer.releases) == ((), ())


async def test_a_package_that_was_called_back_is_not_asked_for_again(used: Used) -> None:
    who = await somebody(used)
    recall = RecallRelease(release_id=used.told.release_id, reason=text("wrong column"))
    await used.cast.do(recall, used.by("first-officer"))

    answer = await foreseen(used, who, say.WithdrawEverything(citizen=who, given=given(used, who)))

    assert of_release(answer).changes == (STAYS, ChangeOfRelease.CANNOT_BE_RECALLED)


async def test_only_what_she_says_herself_or_somebody_for_her_can_be_supposed(
    used: Used,
) -> None:
    who, other, *_ = used.told.included
    somebody_elses = say.WithdrawEverything(citizen=other, given=given(used, other))

    with pytest.raises(ValueError, match="only what this citizen says"):
        await foreseen(used, who, somebody_elses)


async def test_desk_auditor_and_neighbour_foresee_nothing(used: Used) -> None:
    who, neighbour, *_ = used.told.included
    readers = (used.by("desk"), used.by("auditor"), used.by("researcher"), principal(neighbour))
    for reader in readers:
        answer = await ask(used.cast.house, Consequences(who), by=reader)
        assert not isinstance(answer, Foreseen)
    assert of_permit(await foreseen(used, who, by=used.by("protector"))).rules == ()


async def test_nothing_changes_for_whoever_is_in_no_file(home: Household) -> None:
    out = say.OptOut(citizen=home.people["ane"], given=home.given("ane"))

    answer = await home.asks("ane", Consequences(home.people["ane"], commands=(out,)))

    assert answer == Foreseen()
    assert await home.finds_nothing("leire", Consequences(home.people["nahia"]))
