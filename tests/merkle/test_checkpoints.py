"""Checkpoints: what was signed is read back, and nothing else is believed."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from governance.merkle import (
    BadCheckpoint,
    Checkpoint,
    MalformedCheckpoint,
    UnsignedCheckpoint,
    open_note,
    sign_note,
    verifier_key,
)

NAME = "ledger.example/region"
KEY, STRANGER = (Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32) for n in (1, 2))
PUBLIC, OTHER = KEY.public_key().public_bytes_raw(), STRANGER.public_key().public_bytes_raw()
CHECKPOINT = Checkpoint(NAME, 1234, bytes(range(32)))
NOTE = sign_note(CHECKPOINT, name=NAME, public_key=PUBLIC, sign=KEY.sign)


@given(st.integers(0, 10**12), st.binary(min_size=32, max_size=32))
def test_a_signed_checkpoint_is_read_back(size: int, root: bytes) -> None:
    checkpoint = Checkpoint(NAME, size, root)
    note = sign_note(checkpoint, name=NAME, public_key=PUBLIC, sign=KEY.sign)
    assert open_note(note, name=NAME, public_key=PUBLIC) == checkpoint


def test_the_note_has_the_published_form() -> None:
    origin, size, root, empty, signature, end = NOTE.split("\n")
    assert (origin, size, empty, end) == (NAME, "1234", "", "")
    assert root == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    assert signature.startswith(f"\u2014 {NAME} ")
    assert verifier_key(NAME, PUBLIC).startswith(f"{NAME}+")


@given(st.integers(0, len(NOTE) - 1), st.sampled_from("\n A9+\u2014"))
def test_no_changed_note_passes_for_another_checkpoint(at: int, other: str) -> None:
    changed = NOTE[:at] + other + NOTE[at + 1 :]
    try:
        read = open_note(changed, name=NAME, public_key=PUBLIC)
    except BadCheckpoint:
        return
    assert read == CHECKPOINT


def test_a_stranger_cannot_sign_for_us() -> None:
    forged = sign_note(CHECKPOINT, name=NAME, public_key=PUBLIC, sign=STRANGER.sign)
    foreign = sign_note(CHECKPOINT, name=NAME, public_key=OTHER, sign=STRANGER.sign)
    for note in (forged, foreign):
        with pytest.raises(UnsignedCheckpoint):
            open_note(note, name=NAME, public_key=PUBLIC)


def test_another_witness_may_sign_beside_us() -> None:
    witness = sign_note(CHECKPOINT, name="witness", public_key=OTHER, sign=STRANGER.sign)
    both = NOTE.partition("\n\n")[0] + "\n\n" + witness.partition("\n\n")[2]
    both += NOTE.partition("\n\n")[2]
    assert open_note(both, name=NAME, public_key=PUBLIC) == CHECKPOINT
    assert open_note(both, name="witness", public_key=OTHER) == CHECKPOINT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "no note at all",
        NOTE.rstrip("\n"),
        NOTE.replace("\n1234\n", "\n01234\n"),
        NOTE.replace("\n1234\n", "\n-1\n"),
        NOTE.replace("\n1234\n", "\n" + "9" * 5000 + "\n"),
        NOTE.replace("AAECAwQF", "!!!!!!!!"),
        NOTE.replace("AAECAwQF", ""),
        NOTE.replace("\u2014", "-"),
        NOTE.replace("\n\n", "\nan extension\n\n"),
    ],
)
def test_what_is_no_checkpoint_is_refused_by_name(text: str) -> None:
    with pytest.raises(MalformedCheckpoint):
        open_note(text, name=NAME, public_key=PUBLIC)


def test_a_public_key_of_the_wrong_size_signs_nothing() -> None:
    with pytest.raises(BadCheckpoint):
        open_note(NOTE, name=NAME, public_key=PUBLIC[:-1])
