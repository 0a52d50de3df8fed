"""k-anonymity by blanking cells: nobody stands out, nobody is dropped, nothing is invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.extraction.disclosure import Combination, blanking

sizes = st.integers(1, 9)
cells = st.sampled_from([None, "a", "b", "c"])
populations = st.integers(1, 4).flatmap(
    lambda width: st.dictionaries(st.tuples(*[cells] * width), sizes, max_size=25)
)


def shared(people: Mapping[Combination, int], k: int) -> Counter[Combination]:
    """How many people share each combination after disclosure control, counted naively."""
    released = blanking(people, k)
    counts: Counter[Combination] = Counter()
    for found, count in people.items():
        counts[released[found]] += count
    return counts


@given(populations, st.integers(1, 8))
def test_every_combination_is_shared_by_k_people_or_wholly_blank(
    people: dict[Combination, int], k: int
) -> None:
    total = sum(people.values())
    for shown, count in shared(people, k).items():
        assert count >= k or (total < k and set(shown) == {None})


@given(populations, st.integers(1, 8))
def test_a_value_is_kept_or_blanked_and_never_changed(
    people: dict[Combination, int], k: int
) -> None:
    released = blanking(people, k)
    assert released.keys() == people.keys()
    for found, shown in released.items():
        assert all(new in (old, None) for old, new in zip(found, shown, strict=True))


@given(populations, st.integers(1, 8))
def test_the_order_of_people_plays_no_part(people: dict[Combination, int], k: int) -> None:
    backwards = dict(reversed(people.items()))
    assert blanking(backwards, k) == blanking(people, k)


@given(populations, st.integers(1, 8))
def test_who_is_not_alone_loses_nothing_for_others_unless_the_blank_need_company(
    people: dict[Combination, int], k: int
) -> None:
    released = blanking(people, k)
    for found, count in people.items():
        if count >= k:
            assert released[found] == found or set(released[found]) == {None}


def test_fewer_people_than_k_show_nothing() -> None:
    assert blanking({("f", "x"): 2, ("m", "y"): 2}, 5) == {
        ("f", "x"): (None, None),
        ("m", "y"): (None, None),
    }


def test_one_cell_is_given_up_before_two_and_the_last_column_first() -> None:
    people: dict[Combination, int] = {("f", "x"): 5, ("f", "y"): 3, ("f", "z"): 2, ("m", "x"): 5}
    assert blanking(people, 5) == {
        ("f", "x"): ("f", "x"),
        ("m", "x"): ("m", "x"),
        ("f", "y"): ("f", None),
        ("f", "z"): ("f", None),
    }


def test_the_smallest_group_goes_blank_where_one_person_would_be_blank_alone() -> None:
    people: dict[Combination, int] = {("f", "x"): 9, ("m", "y"): 6, ("o", "z"): 1}
    released = blanking(people, 5)
    assert released == {
        ("f", "x"): ("f", "x"),
        ("m", "y"): (None, None),
        ("o", "z"): (None, None),
    }


def test_nobody_is_nobody() -> None:
    assert blanking({}, 5) == {}


@pytest.mark.parametrize("k", [1, 2, 5, 20])
def test_a_missing_value_counts_as_a_value(k: int) -> None:
    people: dict[Combination, int] = {(None, "x"): 2, ("f", "x"): 3, ("f", None): 20}
    assert all(count >= k for count in shared(people, k).values())
