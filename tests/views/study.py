"""One study with a release that two officers have signed, and everybody who may look at it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from governance.eligibility.reader import Reader
from governance.lives import releases
from governance.lives.programme.staff import AppointStaff
from governance.lives.releases.commands import NotifyRemoval
from governance.lives.releases.words import Recipe
from governance.principals import ENGINE
from governance.service.people import people_named
from governance.service.preparation import Delivered, run_release
from governance.vocabulary.people import Role, SubjectId
from portal.demo.releasing import prepare
from tests.releases.signed import Signed, a_signed_release
from tests.views.household import Household

PEOPLE = 60


@dataclass
class Study(Household):
    """The house around the study; people by the names of the cast."""

    release_id: str = ""
    permit_id: str = ""
    signed: Signed | None = None

    async def run(self) -> Delivered:
        """The engine carries the release out."""
        outcome = await run_release(self.cast.house, self.release_id)
        assert isinstance(outcome, Delivered), outcome
        return outcome

    async def recipe(self) -> Recipe:
        """What was laid down."""
        async with self.cast.house.database.reading() as session:
            state: releases.State = await Reader(session).state(releases, self.release_id)
        assert state.recipe is not None
        return state.recipe

    async def another(self, *signers: str) -> str:
        """The same recipe laid down once more, signed by these."""
        return await prepare(self.cast, await self.recipe(), signers)

    async def notify(self, people: int) -> str:
        """A removal notice about so many of its citizens; its id."""
        assert self.signed is not None
        found = await people_named(self.cast.house, self.signed.issuer, self.signed.names)
        gone = frozenset(sorted(found.values())[:people])
        notice = NotifyRemoval(
            release_id=self.release_id, notice_id=f"{people:032x}", citizens=gone
        )
        await self.cast.do(notice, ENGINE)
        return notice.notice_id

    async def citizen(self, number: int = 0) -> SubjectId:
        """One of the citizens in its sources."""
        assert self.signed is not None
        found = await people_named(self.cast.house, self.signed.issuer, self.signed.names)
        return found[self.signed.names[number]]

    async def also(self, name: str, role: Role) -> None:
        """Somebody of the cast has one role more."""
        await self.do(AppointStaff(person=self.cast.people[name], role=role), "steward")


async def a_study(url: str, folder: Path) -> Study:
    """From the founding to the second signature, on a region of sixty."""
    signed = await a_signed_release(url, folder, PEOPLE)
    return Study(
        signed.cast, release_id=signed.release_id, permit_id=signed.permit_id, signed=signed
    )
