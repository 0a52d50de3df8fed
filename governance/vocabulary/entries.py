"""What the lives have in common: commands ask, events state. Both are frozen values."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(ABC):
    """Somebody asks for something to become true. Subclasses are named in the imperative."""

    ACT: ClassVar[Act]
    FACTS: ClassVar[type]
    """The facts type that its ``decide`` needs; ``NoFacts`` where its own stream is enough."""

    @property
    @abstractmethod
    def stream(self) -> str:
        """The id, within its life, of the stream that this command would extend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something is true since ``at`` because ``by`` did it. Subclasses are named in the past.

    ``CODE`` is what is stored, dotted and versioned (``consent.given.v1``), never a class path.
    """

    CODE: ClassVar[str]
    at: datetime
    """When it was recorded, aware UTC."""
    by: SubjectId
    """Who did it: a subject id, or the name of a machine principal."""


@dataclass(frozen=True, slots=True)
class NoFacts:
    """Nothing beyond the command's own stream is needed to decide."""


NO_FACTS = NoFacts()
