"""No count of fewer than ten people is shown, nor what would let a reader work one out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from governance.policy.visibility.small_counts import LEAST_SHOWN, shown_count, shown_parts

PARTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 60), max_size=8)


def test_nine_people_are_not_shown_and_ten_are() -> None:
    assert shown_count(9) is None
    assert shown_count(0) is None
    assert shown_count(10) == 10


def test_the_next_smallest_part_goes_with_a_single_small_one() -> None:
    shown = shown_parts({"in": 400, "withdrawn": 30, "opted out": 4})
    assert shown.total == 434
    assert shown.parts == {"in": 400, "withdrawn": None, "opted out": None}


def test_two_small_parts_that_hold_too_few_together_take_a_third_with_them() -> None:
    shown = shown_parts({"a": 2, "b": 3, "c": 40, "d": 50})
    assert shown.parts == {"a": None, "b": None, "c": None, "d": 50}


def test_everything_is_shown_where_no_part_is_small() -> None:
    shown = shown_parts({"allowed": 10, "left out": 12})
    assert (shown.total, shown.parts) == (22, {"allowed": 10, "left out": 12})


def test_a_handful_in_all_shows_nothing_at_all() -> None:
    shown = shown_parts({"allowed": 6, "left out": 1})
    assert (shown.total, set(shown.parts.values())) == (None, {None})


@given(PARTS)
def test_the_total_never_gives_a_small_group_away(parts: dict[str, int]) -> None:
    shown = shown_parts(parts)
    missing = [parts[name] for name, people in shown.parts.items() if people is None]
    for name, people in shown.parts.items():
        assert people is None or people == parts[name] >= LEAST_SHOWN
    if shown.total is not None and missing:
        assert len(missing) > 1
        assert sum(missing) >= LEAST_SHOWN
    if all(people >= LEAST_SHOWN for people in parts.values()):
        assert not missing
