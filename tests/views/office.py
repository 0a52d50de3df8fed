"""An office at work: staff, committee, and datasets, for whatever a test lets happen there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from governance.lives.access_requests.commands import DecideRequest
from governance.lives.datasets.commands import AddDatasetVersion, RegisterDataset
from governance.lives.datasets.words import Description
from governance.lives.permits.commands import IssuePermit, SignUndertaking
from governance.principals import PUBLIC, Principal
from governance.refusals import Refusal
from governance.service.ask import NOT_FOUND, ask
from governance.service.carry_out import Done, carry_out
from governance.service.house import new_id
from governance.service.ledger_check import ledger_size
from governance.views.question import Question, Shown
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import SubjectId
from portal.demo import asking, study
from portal.demo.asking import Asked
from portal.demo.cast import Cast, StoryClock, appoint, principal
from portal.demo.studies import Study, Wanted, content
from tests.releases.signed import house_at
from tests.request_builders import DESCRIPTION, WHY

T = TypeVar("T")
S = TypeVar("S", bound=Shown)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
STUDY = Study(name="sleep-and-memory", benefit="To know whether sleep protects memory.")


@dataclass
class Office:
    """The house and everybody in it by name; a name that nobody has is that of a stranger."""

    cast: Cast
    people: dict[str, SubjectId] = field(default_factory=dict)

    def who(self, name: str) -> SubjectId:
        """The staff, the committee as ``chair``, ``secretary``, ``member-2`` ..., or anybody."""
        return self.people.setdefault(name, SubjectId(new_id()))

    def by(self, name: str) -> Principal:
        """Somebody signed in and confirmed anew, or the public."""
        return PUBLIC if name == "public" else principal(self.who(name))

    @property
    def today(self) -> date:
        """The day on which things happen now."""
        return day_of(self.cast.clock.now)

    def after(self, days: int) -> None:
        """Let so many days pass."""
        self.cast.clock.set(self.cast.clock.now + timedelta(days=days))

    async def do(self, command: Command, by: str) -> Done:
        """Carry out what a test needs."""
        outcome = await carry_out(self.cast.house, command, by=self.by(by))
        assert isinstance(outcome, Done), outcome
        return outcome

    async def asks(self, by: str, question: Question[T], as_of: Instant | None = None) -> T:
        """What somebody is shown."""
        answer = await ask(self.cast.house, question, by=self.by(by), as_of=as_of)
        assert not isinstance(answer, Refusal), answer
        return answer

    async def finds_nothing(self, by: str, question: Question[T]) -> bool:
        """Whether somebody is told that there is nothing, or nothing of hers."""
        return await ask(self.cast.house, question, by=self.by(by)) == NOT_FOUND

    async def now(self) -> Instant:
        """The newest position, and the time."""
        return Instant(await ledger_size(self.cast.house), self.cast.clock())

    async def dataset(self, description: Description = DESCRIPTION, *files: str) -> str:
        """A dataset of the holder, with a version for each of these hashes."""
        key = new_id()
        await self.do(RegisterDataset(dataset_id=key, description=description), "holder")
        for sha256 in files:
            version = AddDatasetVersion(
                dataset_id=key,
                sha256=sha256,
                rows=1200,
                columns=tuple(variable.name for variable in description.variables),
                id_column=description.variables[0].name,
            )
            await self.do(version, "holder")
        return key

    async def request(
        self, *applicants: str, about: Study = STUDY, dataset_id: str | None = None
    ) -> Asked:
        """A draft by the first of these, who leads it and names the others too."""
        table = dataset_id or await self.dataset()
        wanted = Wanted(table, "", ("age", "diagnosis"))
        return await asking.draft(
            self.cast, about, wanted, self.today, applicants or ("researcher", "co-researcher")
        )

    async def at_ethics(self, *applicants: str) -> Asked:
        """A request that was handed in, assessed and sent to the committee."""
        asked = await self.request(*applicants)
        await asking.submit(self.cast, asked)
        await asking.complete(self.cast, asked)
        await asking.send(self.cast, asked)
        return asked

    async def permit(self, asked: Asked, *signers: str) -> str:
        """A permit on a request that the committee finds favourable; these undertake secrecy."""
        await study.review(self.cast, asked, self.today)
        grant = DecideRequest(request_id=asked.request_id, granted=True, reason=WHY)
        await self.do(grant, "access-officer")
        permit_id, applicant = new_id(), self.who(asked.applicants[0])
        granted = content(asked.request_id, asked.application, applicant)
        issue = IssuePermit(permit_id=permit_id, content=granted, purpose_in_detail=WHY)
        await self.do(issue, "access-officer")
        for name in signers:
            await self.do(SignUndertaking(permit_id=permit_id, person=self.who(name)), name)
        return permit_id

    async def seen(self, question: Question[S], *readers: str) -> dict[str, frozenset[str]]:
        """Which fields each of these readers is shown; none where nothing is found."""
        shown = {}
        for reader in readers:
            answer = await ask(self.cast.house, question, by=self.by(reader))
            shown[reader] = frozenset() if isinstance(answer, Refusal) else answer.shown
        return shown


async def an_office(url: str, folder: Path) -> Office:
    """Everybody appointed; nothing has been asked."""
    clock = StoryClock(NOW)
    office = Office(Cast(house_at(url, folder, clock), clock))
    await appoint(office.cast)
    office.people.update(office.cast.people)
    names = ("chair", "secretary", *(f"member-{n}" for n in range(2, len(office.cast.members))))
    office.people.update(zip(names, office.cast.members, strict=True))
    office.cast.people = office.people
    return office
