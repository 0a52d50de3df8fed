"""What builds the region: its cast, its days, and the steps that several chapters take."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId
from portal.demo import asking, study
from portal.demo.asking import Asked
from portal.demo.cast import Cast
from portal.demo.files_of_act import ActFiles
from portal.demo.releasing import deliver, prepare, recipe
from portal.demo.studies import Study, Wanted

TEAM = ("researcher", "co-researcher")


@dataclass
class Region:
    """What the demo knows of its region: who is who, and its releases and requests."""

    cast: Cast
    neighbours: dict[str, SubjectId] = field(default_factory=dict)
    requests: dict[str, Asked] = field(default_factory=dict)
    permits: dict[str, str] = field(default_factory=dict)
    releases: list[str] = field(default_factory=list)


@dataclass
class Builder:
    """Lets time pass from one day to the next; every day is told as so many before now."""

    cast: Cast
    now: datetime
    files: ActFiles
    region: Region

    def on(self, days_before: int) -> date:
        """Let it be nine o'clock on that day, unless it is later already."""
        self.cast.clock.set(self.now - timedelta(days=days_before))
        return day_of(self.cast.clock.now)

    async def ask(self, what: Study, wanted: Wanted, applicants: tuple[str, ...] = TEAM) -> Asked:
        """A draft of the region."""
        today = day_of(self.cast.clock.now)
        asked = await asking.draft(self.cast, what, wanted, today, applicants)
        self.region.requests[what.name] = asked
        return asked

    def wait(self, days: int) -> date:
        """Let so many days pass."""
        self.cast.clock.set(self.cast.clock.now + timedelta(days=days))
        return day_of(self.cast.clock.now)

    async def granted(self, wanted: Wanted, *studies: Study) -> None:
        """Requests that go all the way to a permit together, in five days."""
        asked = [await self.ask(one, wanted) for one in studies]
        self.wait(1)
        for one in asked:
            await asking.submit(self.cast, one)
        self.wait(1)
        for one in asked:
            await asking.complete(self.cast, one)
            await asking.send(self.cast, one)
        today = self.wait(2)
        for one in asked:
            await study.review(self.cast, one, today)
        self.wait(1)
        for one in asked:
            self.region.permits[one.study.name], _ = await study.permit(self.cast, one)

    async def released(self, what: Study, wanted: Wanted) -> str:
        """A release of it, delivered."""
        laid_down = recipe(
            self.cast, wanted, self.region.permits[what.name], len(self.files.names), what
        )
        release_id = await prepare(self.cast, laid_down)
        await deliver(self.cast, release_id)
        self.region.releases.append(release_id)
        return release_id
