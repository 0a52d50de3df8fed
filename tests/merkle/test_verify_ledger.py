"""The standalone verifier, run as anybody outside would run it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from governance.merkle import verifier_key
from tests.merkle.exports import (
    KEY,
    NAME,
    PUBLIC,
    SCRIPT,
    Outside,
    export_of,
    line_of,
    note_of,
    receipt_of,
)

ENTRIES = [b'{"body":{"n":%d}}' % number for number in range(40)]
LINES = export_of(ENTRIES)


@pytest.fixture(name="outside")
def _outside(tmp_path: Path) -> Outside:
    return Outside(tmp_path)


def test_it_is_short_and_needs_only_the_standard_library_and_one_signature_check() -> None:
    source = SCRIPT.read_text("utf-8")
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    assert "cryptography" in found
    assert not found & {"governance", "portal", "migrations", "sqlalchemy"}
    assert len(source.splitlines()) < 200


def test_an_untouched_export_agrees_and_later_entries_are_not_yet_anchored(
    outside: Outside,
) -> None:
    code, words = outside.verify(LINES, note_of(ENTRIES[:25]), note_of(ENTRIES[:30]))
    assert (code, "30 entries agree" in words, "10 later" in words) == (0, True, True)


def test_an_export_of_another_writer_of_json_is_read_too(outside: Outside) -> None:
    spaced = [line.replace(b":", b": ").replace(b",", b", ") for line in LINES]
    assert outside.verify(spaced, note_of(ENTRIES))[0] == 0


def test_several_checkpoints_narrow_the_place_down(outside: Outside) -> None:
    changed = [*LINES[:17], line_of(18, b"changed"), *LINES[18:]]
    notes = [note_of(ENTRIES[:size]) for size in (8, 16, 24, 40)]
    code, words = outside.verify(changed, *notes)
    assert code == 1
    assert "positions 17 to 24" in words


def test_a_dropped_line_is_named_by_its_position(outside: Outside) -> None:
    code, words = outside.verify(LINES[:4] + LINES[5:], note_of(ENTRIES))
    assert (code, "position 6 stands where position 5 belongs" in words) == (1, True)


def test_a_log_cut_off_is_found(outside: Outside) -> None:
    code, words = outside.verify(LINES[:39], note_of(ENTRIES[:10]), note_of(ENTRIES))
    assert (code, "ends at position 39" in words) == (1, True)


def test_a_cut_in_the_middle_of_a_signed_line_is_found(outside: Outside) -> None:
    assert outside.verify([*LINES[:39], LINES[39][:-9]], note_of(ENTRIES))[0] == 1


def test_two_signed_logs_of_one_size_are_found(outside: Outside) -> None:
    forked = note_of([*ENTRIES[:39], b"another story"])
    code, words = outside.verify(LINES, note_of(ENTRIES), forked)
    assert (code, "two logs were shown" in words) == (1, True)


def test_checkpoints_signed_before_a_rotation_are_read_with_the_old_key(outside: Outside) -> None:
    newer = Ed25519PrivateKey.from_private_bytes(b"\x08" * 32)
    lines = [verifier_key(NAME, key.public_key().public_bytes_raw()) for key in (KEY, newer)]
    notes = note_of(ENTRIES[:9]), note_of(ENTRIES, key=newer)
    assert outside.verify(LINES, *notes, keys="\n".join(lines))[0] == 0
    assert outside.verify(LINES, *notes, keys=lines[0])[0] == 2


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        ([b"not an export\n"], note_of(ENTRIES)),
        ([b"\x89PNG\r\n\xff\xfe\n"], note_of(ENTRIES)),
        ([b'{"position":1,"position":2,"entry":""}\n'], note_of(ENTRIES)),
        ([b'{"position":"1","entry":""}\n'], note_of(ENTRIES)),
        ([b"[" * 100_000 + b"\n"], note_of(ENTRIES)),
        ([*LINES, b"{}\n"], note_of(ENTRIES)),
        (LINES, "no note"),
        (LINES, note_of(ENTRIES).replace("\n40\n", "\n39\n")),
        (LINES, note_of(ENTRIES, key=Ed25519PrivateKey.from_private_bytes(b"\x09" * 32))),
    ],
)
def test_bad_input_is_said_in_one_line(outside: Outside, lines: list[bytes], note: str) -> None:
    code, words = outside.verify(lines, note)
    assert (code, words.count("\n"), "bad input" in words) == (2, 1, True)


def test_other_logs_missing_checkpoints_and_wrong_keys_are_bad_input(outside: Outside) -> None:
    other = note_of(ENTRIES[:3], origin="another.example")
    assert outside.verify(LINES, note_of(ENTRIES), other)[0] == 2
    assert outside.verify(LINES)[0] == 2
    assert outside.verify(LINES, note_of(ENTRIES), keys="not a key")[0] == 2
    assert outside.verify(LINES, note_of(ENTRIES), keys=f"x{verifier_key(NAME, PUBLIC)}")[0] == 2


@pytest.mark.parametrize("position", [1, 2, 27, 40])
def test_a_receipt_proves_its_entry(outside: Outside, position: int) -> None:
    assert outside.verify_receipt(receipt_of(ENTRIES, position))[0] == 0


@pytest.mark.parametrize(
    "change",
    [{"position": 12}, {"position": 41}, {"position": 0}, {"entry": "e30="}, {"proof": []}],
)
def test_a_receipt_that_was_changed_proves_nothing(
    outside: Outside, change: dict[str, object]
) -> None:
    assert outside.verify_receipt({**receipt_of(ENTRIES, 13), **change})[0] == 1


@pytest.mark.parametrize(
    "receipt",
    [[], {}, "", {**receipt_of(ENTRIES, 1), "proof": 3}, {**receipt_of(ENTRIES, 1), "entry": "!"}],
)
def test_a_receipt_that_is_not_complete_is_bad_input(outside: Outside, receipt: object) -> None:
    assert outside.verify_receipt(receipt)[0] == 2
