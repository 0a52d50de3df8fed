"""No fact is somebody's word: each is fed by an event that some life records."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from governance.eligibility.facts import GATHERERS
from governance.eligibility.sources import SOURCES
from governance.policy.release_facts import CitizenFacts, ReleaseFacts
from governance.storage.lives import AGGREGATES
from governance.vocabulary.entries import NoFacts

RECORDED = {event.CODE for life in AGGREGATES for event in life.EVENTS}
ASKED = {command.FACTS for life in AGGREGATES for command in life.COMMANDS} - {NoFacts}


def test_the_facts_of_the_release_table_and_of_every_life_are_listed() -> None:
    """What a command asks for, and what the release table judges."""
    assert set(SOURCES) == ASKED | {ReleaseFacts, CitizenFacts}
    assert set(GATHERERS) == ASKED


@pytest.mark.parametrize("kind", SOURCES, ids=lambda kind: kind.__name__)
def test_no_fact_is_without_an_event(kind: Any) -> None:
    """Every field has one, and it is one that a life records."""
    listed = SOURCES[kind]
    assert list(listed) == [field.name for field in fields(kind)], "the same facts, in their order"
    unfed = {name for name, codes in listed.items() if not codes or not RECORDED.issuperset(codes)}
    assert not unfed
