"""Keys lie outside the database, are readable by their owner alone, rotate, can be destroyed."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from governance.lives.programme.keys import KeyKind
from governance.storage.keys import (
    KeyDestroyed,
    KeyFolder,
    KeyFolderUnsafe,
    KeyMissing,
    KeyUnreadable,
)

SECRET = "a secret long enough for tests"
PERMIT, OTHER = "0" * 31 + "1", "0" * 31 + "2"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return tmp_path / "keys"


@pytest.fixture(name="keys")
def _keys(folder: Path) -> KeyFolder:
    return KeyFolder(folder, secret=SECRET)


def test_nobody_else_can_read_the_folder_or_a_file_in_it(folder: Path) -> None:
    before = os.umask(0)
    try:
        keys = KeyFolder(folder, secret=SECRET)
        keys.ensure_signing(KeyKind.CHECKPOINT)
        keys.ensure_pseudonym(PERMIT)
        keys.destroy(keys.rotate(KeyKind.CHECKPOINT).key_id)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("mode", [0o750, 0o701, 0o777])
def test_a_folder_that_others_can_enter_is_refused(folder: Path, mode: int) -> None:
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(KeyFolderUnsafe):
        KeyFolder(folder, secret=SECRET)


def test_a_folder_opened_to_others_later_gives_no_key(folder: Path, keys: KeyFolder) -> None:
    keys.ensure_pseudonym(PERMIT)
    folder.chmod(0o755)
    with pytest.raises(KeyFolderUnsafe):
        keys.pseudonym(PERMIT)


def test_a_key_file_that_others_can_read_is_refused(folder: Path, keys: KeyFolder) -> None:
    keys.ensure_signing(KeyKind.PACKAGE)
    (folder / "package-1.key").chmod(0o644)
    with pytest.raises(KeyFolderUnsafe):
        keys.signing(KeyKind.PACKAGE)


def test_a_link_in_the_place_of_folder_or_key_is_refused(
    tmp_path: Path, folder: Path, keys: KeyFolder
) -> None:
    keys.ensure_signing(KeyKind.PACKAGE)
    (tmp_path / "elsewhere").symlink_to(folder)
    with pytest.raises(KeyFolderUnsafe):
        KeyFolder(tmp_path / "elsewhere", secret=SECRET)
    (folder / "package-1.key").rename(folder / "package-9")
    (folder / "package-1.key").symlink_to(folder / "package-9")
    with pytest.raises(KeyFolderUnsafe):
        keys.signing(KeyKind.PACKAGE)


def test_a_secret_that_protects_nothing_is_refused(folder: Path) -> None:
    with pytest.raises(KeyFolderUnsafe):
        KeyFolder(folder, secret="short")


def test_another_secret_opens_nothing(folder: Path, keys: KeyFolder) -> None:
    keys.ensure_pseudonym(PERMIT)
    with pytest.raises(KeyUnreadable):
        KeyFolder(folder, secret=SECRET + "!")


def test_keys_are_the_same_after_the_folder_is_opened_again(folder: Path, keys: KeyFolder) -> None:
    made = keys.ensure_pseudonym(PERMIT)
    signer = keys.ensure_signing(KeyKind.CHECKPOINT)
    again = KeyFolder(folder, secret=SECRET)
    assert again.ensure_pseudonym(PERMIT) == made
    assert again.ensure_signing(KeyKind.CHECKPOINT).public == signer.public


def test_each_permit_has_a_pseudonym_key_of_its_own(keys: KeyFolder) -> None:
    first, second = keys.ensure_pseudonym(PERMIT), keys.ensure_pseudonym(OTHER)
    assert len(first.secret) == len(second.secret) == 32
    assert first.secret != second.secret


def test_a_missing_key_is_named(keys: KeyFolder) -> None:
    with pytest.raises(KeyMissing):
        keys.signing(KeyKind.CHECKPOINT)
    with pytest.raises(KeyMissing):
        keys.pseudonym(PERMIT)
    with pytest.raises(KeyMissing):
        keys.destroy("checkpoint-7")


@pytest.mark.parametrize("name", ["", "../secrets", "A" * 32, "0" * 31, "0" * 32 + "\n"])
def test_a_name_that_is_no_permit_reaches_no_file(keys: KeyFolder, name: str) -> None:
    for act in (keys.pseudonym, keys.ensure_pseudonym, keys.destroy):
        with pytest.raises(KeyMissing):
            act(name)


def test_rotation_signs_with_the_new_key_and_still_verifies_the_old(keys: KeyFolder) -> None:
    signatures = [keys.ensure_signing(KeyKind.CHECKPOINT).sign(b"1")]
    signatures += [keys.rotate(KeyKind.CHECKPOINT).sign(b"1") for _ in range(10)]
    public = keys.public_keys(KeyKind.CHECKPOINT)
    assert [key_id for key_id, _ in public] == [f"checkpoint-{n}" for n in range(1, 12)]
    assert keys.signing(KeyKind.CHECKPOINT).key_id == "checkpoint-11"
    for signature, (_, part) in zip(signatures, public, strict=True):
        Ed25519PublicKey.from_public_bytes(part).verify(signature, b"1")


def test_a_destroyed_key_is_never_made_again(folder: Path, keys: KeyFolder) -> None:
    key = keys.ensure_pseudonym(PERMIT)
    keys.destroy(key.key_id)
    for act in (keys.pseudonym, keys.ensure_pseudonym):
        with pytest.raises(KeyDestroyed):
            act(PERMIT)
    assert [entry.destroyed for entry in keys.entries()] == [True]
    assert json.loads((folder / f"{key.key_id}.key").read_text())["wrapped"] == ""


def test_destruction_blanks_what_lay_on_disk(folder: Path, keys: KeyFolder) -> None:
    key = keys.ensure_pseudonym(PERMIT)
    with (folder / f"{key.key_id}.key").open("rb") as held_open:
        keys.destroy(key.key_id)
        assert held_open.read().strip(b"\0") == b""


def test_a_destroyed_signing_key_leaves_its_public_part(keys: KeyFolder) -> None:
    signer = keys.ensure_signing(KeyKind.CHECKPOINT)
    keys.destroy(signer.key_id)
    with pytest.raises(KeyDestroyed):
        keys.ensure_signing(KeyKind.CHECKPOINT)
    assert keys.public_keys(KeyKind.CHECKPOINT) == ((signer.key_id, signer.public),)
    assert keys.rotate(KeyKind.CHECKPOINT).key_id == "checkpoint-2"


def test_a_key_moved_to_another_name_is_not_believed(folder: Path, keys: KeyFolder) -> None:
    key = keys.ensure_pseudonym(PERMIT)
    (folder / f"{key.key_id}.key").rename(folder / f"release-pseudonym-{OTHER}.key")
    with pytest.raises(KeyUnreadable):
        keys.pseudonym(OTHER)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"kind":"x","public":"!","wrapped":"!"}'])
def test_a_damaged_file_is_refused_by_name(folder: Path, keys: KeyFolder, content: str) -> None:
    keys.ensure_signing(KeyKind.PACKAGE)
    (folder / "package-1.key").write_text(content)
    with pytest.raises(KeyUnreadable):
        keys.signing(KeyKind.PACKAGE)
    with pytest.raises(KeyUnreadable):
        keys.entries()


def test_no_secret_is_shown_or_written_in_the_clear(folder: Path, keys: KeyFolder) -> None:
    key = keys.ensure_pseudonym(PERMIT)
    shown = repr(key) + repr(keys) + repr(keys.ensure_signing(KeyKind.PACKAGE))
    assert key.secret.hex() not in shown
    assert repr(key.secret) not in shown
    assert SECRET not in shown
    assert all(key.secret not in path.read_bytes() for path in folder.iterdir())


@pytest.mark.parametrize("kind", [KeyKind.RELEASE_PSEUDONYM, KeyKind.HANDLE, KeyKind.WEBHOOK])
def test_a_secret_key_belongs_to_one_owner_and_is_never_replaced(
    keys: KeyFolder, kind: KeyKind
) -> None:
    with pytest.raises(KeyMissing):
        keys.secret(kind, PERMIT)
    made = keys.ensure_secret(kind, PERMIT)
    assert keys.ensure_secret(kind, PERMIT) == keys.secret(kind, PERMIT) == made
    assert keys.ensure_secret(kind, OTHER).secret != made.secret
    with pytest.raises(ValueError, match="never replaced"):
        keys.rotate(kind)
    with pytest.raises(KeyMissing):
        keys.ensure_secret(KeyKind.PACKAGE, PERMIT)
