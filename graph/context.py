"""What every resolver is given: who asks, and the one instant that the whole answer is of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from strawberry.types import Info

from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.ask import ask
from governance.service.carry_out import Once, Outcome, carry_out
from governance.service.house import House
from governance.views.question import Question
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import Instant

T = TypeVar("T")


@dataclass
class Context:
    """One request. Resolvers know neither tokens nor sessions: they ask and carry out."""

    house: House
    principal: Principal
    client_id: str
    """Which program asks on her behalf, or as itself; quotas and idempotency keys are its own."""
    instant: Instant | None = None
    """The instant (P, T) that every part of the answer is of; None is now."""
    loaders: dict[str, Any] = field(default_factory=dict)
    """Loaders of this request, by what they load."""

    async def ask(self, question: Question[T]) -> T | Refusal:
        """What she sees of it, in a session of its own: fields of one request run at once."""
        return await ask(self.house, question, by=self.principal, as_of=self.instant)

    async def carry_out(self, command: Command, *, once: Once | None = None) -> Outcome:
        """Permission, facts, life, one transaction."""
        return await carry_out(self.house, command, by=self.principal, once=once)


Asked = Info[Context, None]
"""What a resolver is handed by the framework."""
