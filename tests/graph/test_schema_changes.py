"""Partners are told six months before anything of theirs goes: the check, on small schemas."""

from __future__ import annotations

from datetime import date

import pytest
from graphql import GraphQLSchema, build_schema

from tests.schema_changes import (
    last_released,
    not_told,
    since_last_release,
    six_months_after,
    too_soon,
)

TODAY = date(2026, 11, 25)
DUE = '@deprecated(reason: "Use `b`. Goes on or after 2026-11-25.")'
LATER = '@deprecated(reason: "Use `b`. Goes on or after 2026-11-26.")'


def of(fields: str, more: str = "") -> GraphQLSchema:
    return build_schema(f"type Query {{ {fields} }} {more}")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("a: Int b: Int", "b: Int", "Field Query.a was removed."),
        (f"a: Int {LATER} b: Int", "b: Int", "Field Query.a was removed."),
        (f"a: Int {DUE} b: Int", "a: String b: Int", "changed type"),
        ("b(x: Int): Int", "b(x: Int!): Int", "changed type"),
        ("b: Int", "b(x: Int!): Int", "required"),
        (f"b(x: Int {LATER}): Int", "b: Int", "Argument Query.b(x:) was removed."),
        (f"a: Int {DUE} ab: Int b: Int", "a: Int b: Int", "Field Query.ab was removed."),
    ],
)
def test_what_breaks_programs_is_found(before: str, after: str, says: str) -> None:
    [found] = not_told(of(before), of(after), TODAY)
    assert says in found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"a: Int {DUE} b: Int", "b: Int"),
        (f"b(x: Int {DUE}): Int c(x: Int): Int", "b: Int c(x: Int): Int"),
        ("b: Int", f"a(x: String): Int b: Int {LATER}"),
    ],
)
def test_what_was_due_may_go_and_more_may_come(before: str, after: str) -> None:
    assert not_told(of(before), of(after), TODAY) == []


def test_a_type_goes_with_the_last_way_to_it() -> None:
    old, new = of(f"a: T {DUE} b: Int", "type T { c: Int }"), of("b: Int")
    assert not_told(old, new, TODAY) == []
    old = of(f"a: T {LATER} b: Int", "type T { c: Int }")
    assert not_told(old, new, TODAY) == ["T was removed.", "Field Query.a was removed."]


def test_a_value_goes_when_it_was_due() -> None:
    old = of("b: E", f"enum E {{ ONE TWO {DUE} THREE }}")
    assert not_told(old, of("b: E", "enum E { ONE THREE }"), TODAY) == []
    [found] = not_told(old, of("b: E", "enum E { ONE TWO }"), TODAY)
    assert found == "Enum value E.THREE was removed."


@pytest.mark.parametrize("reason", ["Use `b`.", "Use `b`. Goes on or after 2027-05-24."])
def test_a_deprecation_states_a_day_at_least_six_months_away(reason: str) -> None:
    new = of(f'a: Int @deprecated(reason: "{reason}") b(x: Int): Int')
    assert too_soon(of("a: Int"), new, TODAY) != []
    assert too_soon(new, new, TODAY) == [], "a release has announced it"
    assert too_soon(None, new, TODAY) != [], "no release has"


def test_six_months_are_enough() -> None:
    new = of('b(x: Int @deprecated(reason: "Not needed. Goes on or after 2027-05-25.")): Int')
    assert too_soon(None, new, TODAY) == []
    assert six_months_after(date(2026, 8, 31)) == date(2027, 2, 28)
    assert six_months_after(date(2026, 6, 1)) == date(2026, 12, 1)


def test_the_present_schema_breaks_nobody() -> None:
    assert since_last_release(TODAY) == []
    released = last_released()
    assert released is None or "Query" in released.type_map
