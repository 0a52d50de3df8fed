"""The tree is the one of RFC 6962, and growing it gives the same root as starting anew."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.merkle import Frontier, leaf_hash, root_of
from tests.merkle import naive
from tests.merkle.logs import leaves

ENTRIES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
"""The eight entries with which certificate-transparency tests implementations of RFC 6962."""
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
"""Their published roots after one, two, ... eight entries."""


def test_an_empty_log_has_the_hash_of_nothing() -> None:
    assert Frontier().root() == sha256(b"").digest() == root_of([])


def test_the_published_roots_are_reproduced() -> None:
    frontier = Frontier()
    for entry, root in zip(ENTRIES, ROOTS, strict=True):
        frontier.append(leaf_hash(entry))
        assert frontier.root().hex() == root


@given(st.lists(st.integers(0, 70), max_size=6))
def test_a_log_grown_in_any_batches_has_the_root_of_the_whole(batches: list[int]) -> None:
    hashes = leaves(sum(batches))
    frontier, done = Frontier(), 0
    for batch in batches:
        frontier.extend(hashes[done : done + batch])
        done += batch
        assert frontier.root() == naive.root(hashes[:done])


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_frontier_is_kept_as_bytes_and_grows_on(before: int, after: int) -> None:
    hashes = leaves(before + after)
    grown = Frontier()
    grown.extend(hashes[:before])
    kept = Frontier.from_bytes(grown.size, grown.to_bytes())
    kept.extend(hashes[before:])
    assert kept.root() == root_of(hashes)


@pytest.mark.parametrize("packed", [b"", bytes(32), bytes(31), bytes(65), bytes(96)])
def test_a_frontier_that_does_not_fit_its_size_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="frontier"):
        Frontier.from_bytes(5, packed)


def test_a_leaf_is_never_taken_for_a_node() -> None:
    left, right = leaves(2)
    assert leaf_hash(left + right) != root_of([left, right])
