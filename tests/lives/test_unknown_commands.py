"""A life that is asked something of another life says so loudly: that is a fault of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import pytest

from governance.lives import (
    access_requests,
    citizens,
    consents,
    datasets,
    information_sheets,
    permits,
    releases,
)
from governance.lives.ethics import committee, meetings, reviews
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import NO_FACTS, Command, NoFacts
from tests.builders import Walk, a_citizen
from tests.ethics_builders import a_meeting, a_review
from tests.request_builders import a_dataset
from tests.story import NOW, SOMEBODY, given


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadSomething(Command):
    """Nothing that a life decides."""

    ACT: ClassVar[Act] = Act.READ_LEDGER
    FACTS: ClassVar[type] = NoFacts

    @property
    def stream(self) -> str:
        """Nowhere."""
        return ""


@pytest.mark.parametrize(
    ("life", "walk"),
    [
        (citizens, a_citizen()),
        (consents, Walk()),
        (information_sheets, Walk()),
        (permits, Walk()),
        (releases, Walk()),
        (datasets, a_dataset()),
        (access_requests, Walk()),
        (committee, Walk()),
        (meetings, a_meeting()),
        (reviews, a_review()),
    ],
    ids=lambda value: getattr(value, "NAME", ""),
)
def test_a_command_of_another_life_is_a_fault(life: Any, walk: Walk) -> None:
    state = given(*walk, life=life).state
    with pytest.raises(TypeError, match="_ReadSomething"):
        life.decide(_ReadSomething(), state, NO_FACTS, by=SOMEBODY, at=NOW)
