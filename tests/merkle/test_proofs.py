"""Proofs made from tiles are those of RFC 6962, and only true ones are accepted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.merkle import (
    Subtrees,
    TileIncomplete,
    consistency_proof,
    inclusion_proof,
    root_of,
    tiles_for_consistency,
    tiles_for_inclusion,
    verify_consistency,
    verify_inclusion,
)
from tests.merkle import naive
from tests.merkle.logs import leaves, subtrees_of, tiles_of

ALL = leaves(1400)
TILES = tiles_of(ALL)
SUBTREES = subtrees_of(ALL)
SIZES = st.integers(1, len(ALL))


@given(st.data(), SIZES)
def test_an_inclusion_proof_is_the_one_of_the_rfc_and_is_accepted(
    data: st.DataObject, size: int
) -> None:
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, SUBTREES)
    assert proof == naive.path(index, ALL[:size])
    assert verify_inclusion(ALL[index], index, size, proof, root_of(ALL[:size]))


@given(st.data(), SIZES)
def test_a_consistency_proof_is_the_one_of_the_rfc_and_is_accepted(
    data: st.DataObject, new: int
) -> None:
    old = data.draw(st.integers(1, new))
    proof = consistency_proof(old, new, SUBTREES)
    assert proof == naive.proof(old, ALL[:new])
    assert verify_consistency(old, new, root_of(ALL[:old]), root_of(ALL[:new]), proof)


@given(st.data(), st.integers(2, 200))
def test_no_changed_inclusion_proof_is_accepted(data: st.DataObject, size: int) -> None:
    index = data.draw(st.integers(0, size - 1))
    root, proof = root_of(ALL[:size]), inclusion_proof(index, size, SUBTREES)
    other = data.draw(st.integers(0, size - 1).filter(lambda place: place != index))
    at = data.draw(st.integers(0, len(proof) - 1))
    changed = [*proof[:at], bytes(32), *proof[at + 1 :]]
    assert not verify_inclusion(ALL[other], index, size, proof, root)
    assert not verify_inclusion(ALL[index], other, size, proof, root)
    assert not verify_inclusion(ALL[index], index, size, changed, root)
    assert not verify_inclusion(ALL[index], index, size, proof[:-1], root)
    assert not verify_inclusion(ALL[index], index, size, [*proof, bytes(32)], root)
    assert not verify_inclusion(ALL[index], index, size, proof, bytes(32))


@given(st.data(), st.integers(2, 200))
def test_no_changed_consistency_proof_is_accepted(data: st.DataObject, new: int) -> None:
    old = data.draw(st.integers(1, new - 1))
    first, second = root_of(ALL[:old]), root_of(ALL[:new])
    proof = consistency_proof(old, new, SUBTREES)
    at = data.draw(st.integers(0, len(proof) - 1))
    changed = [*proof[:at], bytes(32), *proof[at + 1 :]]
    assert not verify_consistency(old, new, first, second, changed)
    assert not verify_consistency(old, new, first, second, proof[:-1])
    assert not verify_consistency(old, new, first, second, [*proof, bytes(32)])
    assert not verify_consistency(old, new, bytes(32), second, proof)
    assert not verify_consistency(old, new, first, bytes(32), proof)
    assert not verify_consistency(new, old, second, first, proof)


def test_proofs_of_places_that_do_not_exist_are_refused() -> None:
    for index, size in ((-1, 3), (3, 3), (0, 0)):
        with pytest.raises(ValueError, match="not in that tree"):
            inclusion_proof(index, size, SUBTREES)
        assert not verify_inclusion(ALL[0], index, size, [], ALL[0])
    for old, new in ((0, 3), (4, 3)):
        with pytest.raises(ValueError, match="the smaller first"):
            consistency_proof(old, new, SUBTREES)
    assert not verify_consistency(3, 3, ALL[0], ALL[1], [])


@given(st.data(), SIZES)
def test_a_store_can_fetch_exactly_the_tiles_that_a_proof_reads(
    data: st.DataObject, size: int
) -> None:
    other = data.draw(st.integers(1, size))
    for_inclusion = dict.fromkeys(tiles_for_inclusion(other - 1, size), b"")
    for_consistency = dict.fromkeys(tiles_for_consistency(other, size), b"")
    for fetched in (for_inclusion, for_consistency):
        fetched.update({address: TILES[address] for address in fetched})
    inclusion_proof(other - 1, size, Subtrees(lambda *at: for_inclusion.pop(at)))
    consistency_proof(other, size, Subtrees(lambda *at: for_consistency.pop(at)))
    assert for_inclusion == for_consistency == {}


def test_proofs_stay_right_while_the_log_grows_and_few_tiles_are_kept() -> None:
    size = 0
    kept = Subtrees(lambda *at: tiles_of(ALL[:size])[at], keep=2)
    for size in range(1, 700, 23):
        assert inclusion_proof(size // 2, size, kept) == naive.path(size // 2, ALL[:size])


def test_a_tile_that_holds_less_than_promised_is_noticed() -> None:
    short = Subtrees(lambda *at: TILES[at][:-32])
    with pytest.raises(TileIncomplete):
        inclusion_proof(0, 256, short)
