"""Files that only their owner can read, written whole or not at all, under a derived key."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import stat
from base64 import b64decode, b64encode
from collections.abc import Iterable
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12
SCRYPT_COST = 2**14
"""16 MiB and some 40 ms, once for each opening of the folder (RFC 7914)."""


class KeyFolderUnsafe(Exception):
    """Somebody else could read or replace the keys, or the secret protects nothing."""


class KeyUnreadable(Exception):
    """Another secret wrapped this key, or its file is damaged."""


class Wrapping:
    """Wraps keys under one derived from the secret in settings (scrypt, HKDF, AES-GCM)."""

    def __init__(self, secret: str, salt: bytes) -> None:
        self._master = hashlib.scrypt(secret.encode(), salt=salt, n=SCRYPT_COST, r=8, p=1, dklen=32)

    def wrap(self, plain: bytes, *, label: bytes) -> bytes:
        """The wrapped secret; it can be unwrapped only under the same label."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher(label).encrypt(nonce, plain, label)

    def unwrap(self, wrapped: bytes, *, label: bytes) -> bytes:
        """The secret again. Raises :class:`KeyUnreadable`."""
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return self._cipher(label).decrypt(nonce, sealed, label)
        except (InvalidTag, ValueError) as error:
            raise KeyUnreadable("wrapped under another secret, or damaged") from error

    def _cipher(self, label: bytes) -> AESGCM:
        return AESGCM(HKDF(SHA256(), 32, salt=None, info=label).derive(self._master))


def private_folder(folder: Path) -> None:
    """Make the folder with mode 0700, or refuse one that others can enter or that is not ours."""
    if not os.path.lexists(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise KeyFolderUnsafe("the key folder is not a folder of its own")
    _only_ours(found, "the key folder")


def read_private(path: Path) -> bytes:
    """Read a file of mode 0600 or less. Raises FileNotFoundError, :class:`KeyFolderUnsafe`."""
    handle = _open_ours(path, os.O_RDONLY)
    with os.fdopen(handle, "rb") as file:
        return file.read()


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet. Raises FileExistsError; two writers never both win."""
    made = _write_beside(path, content)
    try:
        os.link(made, path)
    finally:
        made.unlink()
    _keep(path.parent)


def overwrite(path: Path, content: bytes) -> None:
    """Put new content in its place, then blank what the old file held on disk."""
    handle = _open_ours(path, os.O_WRONLY)
    with os.fdopen(handle, "wb") as old:
        os.replace(_write_beside(path, content), path)
        _keep(path.parent)
        old.write(bytes(os.fstat(old.fileno()).st_size))
        old.flush()
        os.fsync(old.fileno())


def _write_beside(path: Path, content: bytes) -> Path:
    made = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return made


def _open_ours(path: Path, flags: int) -> int:
    try:
        handle = os.open(path, flags | os.O_NOFOLLOW)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise KeyFolderUnsafe("a key file is a link, or cannot be opened") from error
    try:
        _only_ours(os.fstat(handle), "a key file")
    except KeyFolderUnsafe:
        os.close(handle)
        raise
    return handle


def _only_ours(found: os.stat_result, what: str) -> None:
    if found.st_uid != os.geteuid():
        raise KeyFolderUnsafe(f"{what} belongs to somebody else")
    if found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyFolderUnsafe(f"{what} can be opened by others: it needs mode 0700, its files 0600")


def _keep(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def pack(document: dict[str, str]) -> bytes:
    """A key file's content."""
    return json.dumps(document, indent=1).encode() + b"\n"


def unpack(content: bytes, *, names: Iterable[str]) -> dict[str, str]:
    """A key file's content, read. Raises :class:`KeyUnreadable` unless it has all these names."""
    try:
        document = json.loads(content)
        return {name: str(document[name]) for name in names}
    except (ValueError, TypeError, LookupError) as error:
        raise KeyUnreadable("a file of the key folder is damaged") from error


def text(raw_bytes: bytes) -> str:
    """Bytes as they stand in a key file."""
    return b64encode(raw_bytes).decode()


def raw(encoded: str) -> bytes:
    """Bytes read from a key file. Raises :class:`KeyUnreadable`."""
    try:
        return b64decode(encoded, validate=True)
    except ValueError as error:
        raise KeyUnreadable("a file of the key folder is damaged") from error
