"""One name per person and permit."""

from __future__ import annotations

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.extraction.pseudonyms import pseudonyms

ONE, OTHER = bytes(range(32)), bytes(range(1, 33))
people = st.frozensets(st.text(min_size=1), max_size=20)


@given(people, people)
def test_a_person_has_the_same_pseudonym_in_every_file_of_a_permit(
    some: frozenset[str], others: frozenset[str]
) -> None:
    first, second = pseudonyms(ONE, some), pseudonyms(ONE, others)
    assert all(first[person] == second[person] for person in some & others)


@given(people)
def test_two_permits_have_no_pseudonym_in_common(some: frozenset[str]) -> None:
    first, second = pseudonyms(ONE, some), pseudonyms(OTHER, some)
    assert not set(first.values()) & set(second.values())


@given(people)
def test_two_people_never_share_a_pseudonym(some: frozenset[str]) -> None:
    assert len(set(pseudonyms(ONE, some).values())) == len(some)


def test_a_pseudonym_is_the_first_half_of_hmac_sha256() -> None:
    whole = hmac.new(ONE, b"HG00096", hashlib.sha256).hexdigest()
    assert pseudonyms(ONE, ["HG00096"]) == {"HG00096": whole[:32]}


@pytest.mark.parametrize("key", [b"", b"short", bytes(33)])
def test_a_key_of_another_length_is_refused(key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        pseudonyms(key, ["HG00096"])
