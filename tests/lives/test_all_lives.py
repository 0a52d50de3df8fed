"""What every life promises, whatever it is about."""

from __future__ import annotations

import ast
import dataclasses
from pathlib import Path
from typing import Any

import pytest

from governance.storage.lives import AGGREGATES
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event
from tests.story import NAMESPACE, NOW, SOMEBODY, aggregates

STORIES = Path(__file__).parent
each_life = pytest.mark.parametrize("life", aggregates(), ids=lambda life: life.NAME)


@each_life
def test_a_life_exports_what_the_house_needs(life: Any) -> None:
    assert [name for name in NAMESPACE if not hasattr(life, name)] == []
    assert isinstance(life.EMPTY, life.State)
    assert dataclasses.is_dataclass(life.State)


def test_the_ledger_knows_every_life() -> None:
    assert {life.NAME for life in AGGREGATES} == {life.NAME for life in aggregates()}


@each_life
def test_a_command_declares_its_act_and_its_facts(life: Any) -> None:
    for command in life.COMMANDS:
        assert issubclass(command, Command)
        assert isinstance(command.ACT, Act), command
        assert isinstance(command.FACTS, type), command
        assert command.__doc__, command


def test_no_act_belongs_to_two_commands() -> None:
    acts = [command.ACT for life in aggregates() for command in life.COMMANDS]
    assert len(acts) == len(set(acts))


@each_life
def test_stored_codes_are_dotted_and_versioned(life: Any) -> None:
    for event in life.EVENTS:
        assert issubclass(event, Event)
        _, name, version = event.CODE.split(".")
        assert name
        assert version.removeprefix("v").isdigit()


def test_no_stored_code_is_used_twice() -> None:
    codes = [event.CODE for life in aggregates() for event in life.EVENTS]
    assert len(codes) == len(set(codes))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _SomethingElse(Event):
    """An entry of no life."""

    CODE = "other.thing-happened.v1"


@each_life
def test_an_unknown_entry_changes_nothing(life: Any) -> None:
    entry = _SomethingElse(at=NOW, by=SOMEBODY)
    assert life.evolve(life.EMPTY, entry) == life.EMPTY


@each_life
def test_every_event_has_its_place_in_the_state_diagram(life: Any) -> None:
    drawn = {code for _, code, _ in life.TRANSITIONS}
    assert drawn == {event.CODE for event in life.EVENTS}
    assert len(set(life.TRANSITIONS)) == len(life.TRANSITIONS)


@each_life
def test_every_state_of_the_diagram_can_be_reached(life: Any) -> None:
    before: set[str] = set()
    reached = {life.TRANSITIONS[0][0]}
    while reached != before:
        before = set(reached)
        reached |= {to for start, _, to in life.TRANSITIONS if start in before}
    assert {start for start, _, _ in life.TRANSITIONS} <= reached


def _named(tree: ast.Module) -> set[str]:
    """The full names of everything that a story file imports."""
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {f"{node.module}.{alias.name}" for node in imports for alias in node.names}


def _refused(tree: ast.Module) -> set[str]:
    """Every text given to ``refused``, or to a table of cases."""
    codes: set[str] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr in ("refused", "parametrize"):
            constants = (n for arg in node.args for n in ast.walk(arg))
            codes |= {str(n.value) for n in constants if isinstance(n, ast.Constant) and n.value}
    return codes


def codes_with_a_story(life: Any) -> set[str]:
    """Refusal codes that the story files importing this life tell of."""
    told: set[str] = set()
    for path in STORIES.glob("test_*.py"):
        tree = ast.parse(path.read_text())
        if any(f"{name}.".startswith(f"{life.__name__}.") for name in _named(tree)):
            told |= _refused(tree)
    return told


@each_life
def test_every_refusal_has_a_story(life: Any) -> None:
    assert len(set(life.CODES)) == len(life.CODES)
    assert sorted(set(life.CODES) - codes_with_a_story(life)) == []


@each_life
def test_every_refusal_in_the_code_is_listed(life: Any) -> None:
    written: set[str] = set()
    for path in sorted(_sources(life)):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Refusal":
                written |= {
                    n.value
                    for n in ast.walk(node.args[0])
                    if isinstance(n, ast.Constant) and isinstance(n.value, str)
                }
    assert sorted(written - set(life.CODES)) == []


def _sources(life: Any) -> set[Path]:
    source = Path(life.__file__)
    return set(source.parent.glob("*.py")) if source.name == "__init__.py" else {source}
