"""Disclosure control: k-anonymity on quasi-identifiers, by blanking cells and never people.

The promise. Take the people of a released table and, for each, the combination of their
quasi-identifiers as released, a missing value counting as a value. Every combination is shared by
at least k people, or is wholly blank. The wholly blank combination too has at least k people,
unless the whole table has fewer. (Sweeney 2002; cell suppression as in Samarati 2001.)

The way. A combination shared by k people is kept. The others try to keep as many columns as they
can: every set of columns, larger sets first and within a size the first columns of the plan first;
whoever then shares the remaining values with k people, those accepted before included, is accepted
so. What a set accepts never shrinks, and the order of the input plays no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations

Combination = tuple[Hashable | None, ...]
"""The quasi-identifiers of a person, in the order of the plan; None is a missing value."""


def blanking(people: Mapping[Combination, int], k: int) -> dict[Combination, Combination]:
    """For each combination found in the data, what is released in its place.

    ``people`` counts the people of each combination. Values are kept or blanked, never changed.
    """
    released: dict[Combination, Combination] = {}
    if not people:
        return released
    shared: Counter[Combination] = Counter()
    waiting = dict(people)
    width = len(next(iter(people)))
    for kept in _sets_of_columns(width):
        groups: dict[Combination, list[Combination]] = {}
        for found in waiting:
            groups.setdefault(_keep(found, kept), []).append(found)
        for shown, members in groups.items():
            size = sum(people[found] for found in members)
            if shared[shown] + size >= k or not kept:
                shared[shown] += size
                for found in members:
                    released[found] = shown
                    del waiting[found]
    _fill_the_blank(released, shared, (None,) * width, k)
    return released


def _sets_of_columns(width: int) -> Iterator[tuple[int, ...]]:
    """Every set of columns that may be kept, the largest first, ending with none."""
    for size in range(width, -1, -1):
        yield from combinations(range(width), size)


def _keep(found: Combination, kept: tuple[int, ...]) -> Combination:
    """The combination with every other cell blanked."""
    return tuple(value if at in kept else None for at, value in enumerate(found))


def _fill_the_blank(
    released: dict[Combination, Combination],
    shared: Counter[Combination],
    blank: Combination,
    k: int,
) -> None:
    """Blank the smallest groups wholly, until the blank group is large enough to hide in."""
    others = sorted(
        (shown for shown in shared if shown != blank and shared[shown]),
        key=lambda shown: (shared[shown], repr(shown)),
    )
    absorbed = set()
    for shown in others:
        if not 0 < shared[blank] < k:
            break
        shared[blank] += shared[shown]
        absorbed.add(shown)
    for found, shown in released.items():
        if shown in absorbed:
            released[found] = blank
