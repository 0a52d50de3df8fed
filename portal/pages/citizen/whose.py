"""Whose record a page is about: one's own, or that of somebody one acts for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from governance.lives.consents.words import Given
from governance.views.acting_for import ActingFor, Mandate
from governance.vocabulary.acts import Act
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.people import Capacity, Channel, SubjectId
from portal.page import Handler, Page
from portal.visit import NotShown, Visit

FOR = "-for"
"""What the name of a page about somebody else ends with."""


@dataclass(frozen=True, slots=True)
class Whose:
    """A citizen, and in which capacity the visitor is here for her."""

    visit: Visit
    citizen: SubjectId
    capacity: Capacity = Capacity.SELF
    age: AgeBand | None = None
    handle: str | None = None
    """Her name in addresses; None where she is the visitor herself."""
    name: str | None = None

    @property
    def is_minor(self) -> bool:
        """Whether a representative has to say if the minor took part (Ley 14/2007 58.5)."""
        return self.capacity is not Capacity.SELF and self.age is not AgeBand.ADULT

    def given(self) -> Given:
        """How something is said here: now, online, by the visitor."""
        return Given(
            giver=self.visit.me,
            capacity=self.capacity,
            channel=Channel.ONLINE,
            effective_at=self.visit.now,
        )

    def url(self, name: str, **values: str | int) -> str:
        """The address of a page about her."""
        if self.handle is None:
            return self.visit.url(name, **values)
        return self.visit.url(f"{name}{FOR}", whom=self.handle, **values)


async def whose(visit: Visit) -> Whose:
    """Whom this address means. Raises NotShown where it is nobody the visitor may act for."""
    handle = visit.request.path_params.get("whom")
    if handle is None:
        return Whose(visit, visit.me)
    for mandate in await visit.ask(ActingFor()):
        if mandate.person is not None and visit.handle(mandate.person.id) == handle:
            return _represented(visit, mandate, handle)
    raise NotShown


def _represented(visit: Visit, mandate: Mandate, handle: str) -> Whose:
    if mandate.person is None or mandate.capacity is None:
        raise NotShown
    return Whose(
        visit, mandate.person.id, mandate.capacity, mandate.age, handle, mandate.person.name
    )


def both(
    name: str,
    path: str,
    *,
    show: Handler | None = None,
    take: Handler | None = None,
    acts: frozenset[Act] = frozenset(),
) -> Iterator[Page]:
    """One page about oneself, and the same about somebody one acts for."""
    needs = Act.READ_CITIZEN_RECORD
    yield Page(name=name, path=f"/my{path}", needs=needs, show=show, take=take, acts=acts)
    other = f"/for/{{whom}}{path}"
    yield Page(name=f"{name}{FOR}", path=other, needs=needs, show=show, take=take, acts=acts)
