"""What every resolver is given: who asks, and the one instant that the whole answer is of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from strawberry.types import Info

from governance.principals import Principal
from governance.refusals import Refusal, Refused
from governance.service.ask import Sitting
from governance.service.attaching import DocumentWish
from governance.service.carry_out import Once, carry_out
from governance.service.handles import Handles, handles_of
from governance.service.house import House
from governance.service.preparation import ReleaseWish
from governance.views.question import Question
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import SubjectId
from graph.authentication import StepUp
from graph.ids import kind_and_key

T = TypeVar("T")
Wish = ReleaseWish | DocumentWish
"""What is sent where nobody can write the command itself."""
NOBODY = SubjectId("0" * 32)
"""Whom there is not: whatever is asked about nobody is answered as about anybody unknown."""


@dataclass
class Context:
    """One request. Resolvers know neither tokens nor sessions: they ask and carry out."""

    house: House
    principal: Principal
    client_id: str
    """Which program asks on her behalf, or as itself; quotas and idempotency keys are its own."""
    instant: Instant | None = None
    """The instant (P, T) that every part of the answer is of; None is now."""
    step_up: StepUp | None = None
    """What would confirm her identity anew, told where that alone is missing."""
    loaders: dict[str, Any] = field(default_factory=dict)
    """Loaders of this request, by what they load."""
    loaded: dict[tuple[str, Any], Any] = field(default_factory=dict)
    """What they have loaded, by the thing's name and key."""

    @cached_property
    def sitting(self) -> Sitting:
        """What is asked in this request is asked in one snapshot, so that its parts agree."""
        return Sitting(self.house, by=self.principal, as_of=self.instant)

    async def end(self, *, for_good: bool = False) -> None:
        """Log what was read: before the answer leaves, and before anything is done."""
        await self.sitting.end(for_good=for_good)

    async def ask(self, question: Question[T]) -> T | Refusal:
        """What she sees of it."""
        return await self.sitting.ask(question)

    async def shown(self, question: Question[T]) -> T | None:
        """What she sees of it; None for nothing, or nothing of hers. Raises Refused for a question
        that cannot be answered as it was put.
        """
        found = await self.ask(question)
        if not isinstance(found, Refusal):
            return found
        if found.code != "not-found":
            raise Refused(found)
        return None

    async def ask_each(self, questions: Sequence[Question[T]]) -> list[T | Refusal]:
        """Several of a kind, together."""
        return await self.sitting.ask_each(questions)

    async def carry_out(
        self, command: Command | Wish, *, once: Once | None = None, through: Any = carry_out
    ) -> Any:
        """Permission, facts, life, one transaction; ``through`` is what does more besides.

        What was loaded before it may be no longer so, and is asked for again.
        """
        await self.end()
        try:
            return await through(self.house, command, by=self.principal, once=once)
        finally:
            self.loaders.clear()
            self.loaded.clear()

    @cached_property
    def handles(self) -> Handles:
        """What this reader calls people. Subject ids never leave."""
        return handles_of(self.house, self.principal.subject)

    def handle(self, subject: SubjectId) -> str:
        """What this reader calls one person."""
        return self.handles.handle_of(subject)

    def person(self, one: str) -> SubjectId:
        """Whom a handle, or the id of a person's thing, means to this reader.

        Somebody else's handle means nobody: a subject that there is not.
        """
        _, key = kind_and_key(one) or ("", one)
        return self.handles.subject_of(key) or NOBODY


Asked = Info[Context, None]
"""What a resolver is handed by the framework."""
