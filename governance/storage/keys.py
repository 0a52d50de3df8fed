"""Keys: they lie in a folder outside the database, each wrapped by a key derived from settings.

Signing keys (checkpoint, package) are numbered; the newest signs, and older public parts stay, so
that old signatures can be verified. Secret keys are named after what they belong to, and never
replaced: a permit has one for its pseudonyms, and after its destruction nothing of that permit can
be replayed. A destroyed key leaves its name and public part. Back up the folder and the secret
apart from each other: either alone opens nothing.
"""

from __future__ import annotations

import re
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from governance.lives.programme.keys import SIGNING, KeyKind
from governance.storage.key_files import (
    KeyFolderUnsafe,
    KeyUnreadable,
    Wrapping,
    overwrite,
    pack,
    private_folder,
    raw,
    read_private,
    text,
    unpack,
    write_new,
)

__all__ = [
    "KeyDestroyed",
    "KeyEntry",
    "KeyFolder",
    "KeyFolderUnsafe",
    "KeyMissing",
    "KeyUnreadable",
    "SecretKey",
    "SigningKey",
]

SHORTEST_SECRET = 16
FOLDER_FILE = "folder.json"
CHECK = b"baimena key folder"
NAMES = ("kind", "public", "wrapped")
OWNER = re.compile(r"[0-9a-f]{32}")


class KeyMissing(Exception):
    """There is no such key."""


class KeyDestroyed(Exception):
    """The key was destroyed; what it protected cannot be made again."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One key as the list shows it."""

    key_id: str
    kind: KeyKind
    public: bytes | None
    destroyed: bool


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 key that signs."""

    key_id: str
    public: bytes
    _private: Ed25519PrivateKey = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        """The signature, 64 bytes (RFC 8032)."""
        return self._private.sign(message)


@dataclass(frozen=True, slots=True)
class SecretKey:
    """32 bytes that only this house knows, or whoever they were shown to once."""

    key_id: str
    secret: bytes = field(repr=False)


class KeyFolder:
    """The keys in one folder. Every reading checks that nobody else could read or replace them."""

    def __init__(self, folder: Path, *, secret: str) -> None:
        """Open the folder, or make it. Raises KeyFolderUnsafe, or KeyUnreadable: another secret."""
        if len(secret) < SHORTEST_SECRET:
            raise KeyFolderUnsafe(f"the key secret needs {SHORTEST_SECRET} characters or more")
        private_folder(folder)
        self._folder = folder
        self._wrapping = self._opened(secret)

    def __repr__(self) -> str:
        return "KeyFolder()"

    def _opened(self, secret: str) -> Wrapping:
        path = self._folder / FOLDER_FILE
        if not path.exists():
            salt = secrets.token_bytes(16)
            check = Wrapping(secret, salt).wrap(CHECK, label=CHECK)
            with suppress(FileExistsError):  # another process was faster: its salt counts
                write_new(path, pack({"salt": text(salt), "check": text(check)}))
        found = unpack(read_private(path), names=("salt", "check"))
        wrapping = Wrapping(secret, raw(found["salt"]))
        wrapping.unwrap(raw(found["check"]), label=CHECK)
        return wrapping

    def signing(self, kind: KeyKind) -> SigningKey:
        """The newest signing key of that kind. Raises KeyMissing, KeyDestroyed."""
        numbers = self._numbers(kind)
        if not numbers:
            raise KeyMissing(kind.value)
        key_id = f"{kind.value}-{numbers[-1]}"
        private = Ed25519PrivateKey.from_private_bytes(self._load(key_id))
        return SigningKey(key_id, private.public_key().public_bytes_raw(), private)

    def ensure_signing(self, kind: KeyKind) -> SigningKey:
        """The newest signing key of that kind; the first one is made here."""
        if not self._numbers(kind):
            self._make_signing(kind, 1)
        return self.signing(kind)

    def rotate(self, kind: KeyKind) -> SigningKey:
        """Make a newer signing key; signatures by older ones can still be verified."""
        self._make_signing(kind, max(self._numbers(kind), default=0) + 1)
        return self.signing(kind)

    def secret(self, kind: KeyKind, owner: str) -> SecretKey:
        """The secret key of that kind and owner. Raises KeyMissing, KeyDestroyed."""
        key_id = _secret_id(kind, owner)
        return SecretKey(key_id, self._load(key_id))

    def ensure_secret(self, kind: KeyKind, owner: str) -> SecretKey:
        """The secret key of that kind and owner, made at its first use. Raises KeyDestroyed."""
        key_id = _secret_id(kind, owner)
        if not self._path(key_id).exists():
            self._make(kind, key_id, secrets.token_bytes(32), None)
        return self.secret(kind, owner)

    def pseudonym(self, permit_id: str) -> SecretKey:
        """The pseudonym key of a permit. Raises KeyMissing, KeyDestroyed."""
        return self.secret(KeyKind.RELEASE_PSEUDONYM, permit_id)

    def ensure_pseudonym(self, permit_id: str) -> SecretKey:
        """The pseudonym key of a permit, made at its first use. Raises KeyDestroyed."""
        return self.ensure_secret(KeyKind.RELEASE_PSEUDONYM, permit_id)

    def destroy(self, key_id: str) -> None:
        """Forget the secret part for good; the name and the public part stay."""
        document = self._document(key_id)
        overwrite(self._path(key_id), pack({**document, "wrapped": ""}))

    def entries(self) -> tuple[KeyEntry, ...]:
        """Every key there is or was."""
        return tuple(
            _entry(path.stem, unpack(read_private(path), names=NAMES))
            for path in sorted(self._folder.glob("[a-z]*.key"), key=_in_order)
        )

    def public_keys(self, kind: KeyKind) -> tuple[tuple[str, bytes], ...]:
        """Ids and public parts of that kind, oldest first: what verifies old signatures."""
        return tuple(
            (entry.key_id, entry.public)
            for entry in self.entries()
            if entry.kind is kind and entry.public is not None
        )

    def _numbers(self, kind: KeyKind) -> tuple[int, ...]:
        if kind not in SIGNING:
            raise ValueError("a secret key has no public part and is never replaced")
        last = (path.stem.rpartition("-")[2] for path in self._folder.glob(f"{kind.value}-*.key"))
        return tuple(sorted(int(number) for number in last if number.isdecimal()))

    def _make_signing(self, kind: KeyKind, number: int) -> None:
        private = Ed25519PrivateKey.generate()
        public = private.public_key().public_bytes_raw()
        self._make(kind, f"{kind.value}-{number}", private.private_bytes_raw(), public)

    def _make(self, kind: KeyKind, key_id: str, plain: bytes, public: bytes | None) -> None:
        document = {
            "kind": kind.value,
            "public": text(public or b""),
            "wrapped": text(self._wrapping.wrap(plain, label=key_id.encode())),
        }
        with suppress(FileExistsError):  # another process was faster: its key counts
            write_new(self._path(key_id), pack(document))

    def _load(self, key_id: str) -> bytes:
        wrapped = raw(self._document(key_id)["wrapped"])
        if not wrapped:
            raise KeyDestroyed(key_id)
        return self._wrapping.unwrap(wrapped, label=key_id.encode())

    def _document(self, key_id: str) -> dict[str, str]:
        try:
            return unpack(read_private(self._path(key_id)), names=NAMES)
        except FileNotFoundError:
            raise KeyMissing(key_id) from None

    def _path(self, key_id: str) -> Path:
        if re.fullmatch(r"[a-z0-9-]{1,80}", key_id) is None:
            raise KeyMissing("not the id of a key")
        private_folder(self._folder)
        return self._folder / f"{key_id}.key"


def _secret_id(kind: KeyKind, owner: str) -> str:
    if kind in SIGNING or OWNER.fullmatch(owner) is None:
        raise KeyMissing("nobody who has a secret key")
    return f"{kind.value}-{owner}"


def _in_order(path: Path) -> tuple[str, int, str]:
    kind, _, last = path.stem.rpartition("-")
    return kind, len(last), last


def _entry(key_id: str, document: dict[str, str]) -> KeyEntry:
    try:
        kind = KeyKind(document["kind"])
    except ValueError:
        raise KeyUnreadable("a key of no known kind") from None
    return KeyEntry(key_id, kind, raw(document["public"]) or None, not document["wrapped"])
