"""What happens while a release is being made: honoured in full, or the release is withheld."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Thread

import pytest

from governance.eligibility.inclusion import frozen_instant
from governance.eligibility.reader import Reader
from governance.lives import citizens, releases
from governance.lives.consents.commands import WithdrawEverything
from governance.lives.consents.words import Given
from governance.lives.permits.commands import RevokePermit, SuspendPermit
from governance.lives.programme.switches import StopAllReleases
from governance.lives.releases.commands import ConfirmRemoval
from governance.service.due import do_due
from governance.service.people import people_named
from governance.service.preparation import Delivered, Withheld, run_release
from governance.service.preparation.cohort import judged
from governance.storage import ledger
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import Capacity, Channel, SubjectId
from portal.demo.cast import Cast, principal
from tests.releases.signed import Signed, a_signed_release, house_at


async def run_with(signed: Signed, step: str, command: Command, by: SubjectId) -> object:
    """Run the release; when it comes to that step, somebody else's command is committed first."""

    async def elsewhere() -> None:
        house = house_at(signed.url, signed.folder, signed.cast.clock)
        await Cast(house, signed.cast.clock).do(command, principal(by))
        await house.database.close()

    def stepped(name: str) -> None:
        if name == step:
            other = Thread(target=lambda: asyncio.run(elsewhere()))
            other.start()
            other.join()

    return await run_release(signed.house, signed.release_id, step=stepped)


@pytest.mark.parametrize("what", ["revoked", "suspended", "stopped"])
@pytest.mark.parametrize("step", ["frozen", "judged", "last-pass", "sealed"])
async def test_nothing_leaves_once_the_permit_or_all_releases_are_stopped(
    database_url: str, tmp_path: Path, what: str, step: str
) -> None:
    signed = await a_signed_release(database_url, tmp_path)
    reason = text("Somebody complained.")
    commands: dict[str, tuple[Command, str]] = {
        "revoked": (RevokePermit(permit_id=signed.permit_id, reason=reason), "access-officer"),
        "suspended": (SuspendPermit(permit_id=signed.permit_id, reason=reason), "access-officer"),
        "stopped": (StopAllReleases(reason=reason), "protector"),
    }
    command, who = commands[what]
    outcome = await run_with(signed, step, command, signed.cast.people[who])
    assert isinstance(outcome, Withheld)
    packages = signed.house.packages
    assert not packages.exists() or not list(packages.iterdir())
    await signed.house.database.close()


@pytest.mark.parametrize("step", ["judged", "built"])
async def test_whoever_withdraws_while_it_is_built_is_taken_out(
    database_url: str, tmp_path: Path, step: str
) -> None:
    signed = await a_signed_release(database_url, tmp_path)
    who = await somebody_allowed(signed)
    given = Given(
        giver=who, capacity=Capacity.SELF, channel=Channel.ONLINE, effective_at=signed.cast.clock()
    )
    withdraw = WithdrawEverything(citizen=who, given=given)
    outcome = await run_with(signed, step, withdraw, who)
    assert isinstance(outcome, Delivered)
    async with signed.house.database.reading() as session:
        reader = Reader(session)
        state = await reader.state(releases, signed.release_id)
        frozen = await frozen_instant(reader, signed.release_id)
        assert frozen is not None
        before = await judged(session, state, frozen, [who])
    assert before.verdicts[who].allowed
    assert outcome.removed_in_last_pass == state.removed_in_last_pass == 1
    await signed.house.database.close()


async def test_whoever_withdraws_after_the_last_pass_is_removed_by_a_notice(
    database_url: str, tmp_path: Path
) -> None:
    signed = await a_signed_release(database_url, tmp_path)
    who = await somebody_allowed(signed)
    given = Given(
        giver=who, capacity=Capacity.SELF, channel=Channel.ONLINE, effective_at=signed.cast.clock()
    )
    withdraw = WithdrawEverything(citizen=who, given=given)
    outcome = await run_with(signed, "last-pass", withdraw, who)
    assert isinstance(outcome, Delivered)
    assert (await do_due(signed.house))["notify-removal"] == 1
    assert not (await do_due(signed.house))["notify-removal"], "nobody is told twice"
    async with signed.house.database.reading() as session:
        state = await Reader(session).state(releases, signed.release_id)
    assert state.notified == {who}
    (notice,) = state.open_notices
    confirm = ConfirmRemoval(release_id=signed.release_id, notice_id=notice)
    await signed.cast.do(confirm, signed.cast.by("researcher"))
    await signed.house.database.close()


async def test_two_runs_of_one_release_make_one_package(database_url: str, tmp_path: Path) -> None:
    signed = await a_signed_release(database_url, tmp_path)
    runs = [run_release(signed.house, signed.release_id) for _ in range(3)]
    outcomes = await asyncio.gather(*runs)
    assert sum(isinstance(one, Delivered) for one in outcomes) == 1
    assert [p.name for p in signed.house.packages.iterdir()] == [signed.release_id]
    async with signed.house.database.reading() as session:
        history = await Reader(session).history(releases, signed.release_id)
    codes = [entry.event.CODE for entry in history]
    assert codes.count("release.frozen.v1") == codes.count("release.delivered.v1") == 1
    assert "release.withheld.v1" not in codes
    await signed.house.database.close()


async def somebody_allowed(signed: Signed) -> SubjectId:
    """An adult who decides for herself and would be in the package."""
    known = await people_named(signed.house, signed.issuer, signed.names)
    async with signed.house.database.reading() as session:
        reader = Reader(session)
        state = await reader.state(releases, signed.release_id)
        now = Instant((await ledger.head(session)).position, signed.cast.clock())
        allowed = (await judged(session, state, now, known.values())).allowed
        people = await reader.states(citizens, sorted(allowed))
    day = day_of(now.time)
    return next(
        SubjectId(who)
        for who, one in people.items()
        if one.age_band_on(day) is AgeBand.ADULT and one.died_on is None
    )
