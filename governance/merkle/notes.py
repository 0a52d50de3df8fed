"""Checkpoints as signed notes (C2SP tlog-checkpoint, signed-note; Ed25519, RFC 8032)."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

ED25519 = b"\x01"


class BadCheckpoint(Exception):
    """The note is not a checkpoint, or nobody we know has signed it."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The ledger of ``origin`` had ``size`` entries, and this root."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def _key_hash(name: str, public_key: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + ED25519 + public_key).digest()[:4]


def sign_note(
    checkpoint: Checkpoint, *, name: str, public_key: bytes, sign: Callable[[bytes], bytes]
) -> str:
    """The signed note of a checkpoint; ``sign`` makes an Ed25519 signature of 64 bytes."""
    text = checkpoint.text()
    signed = _key_hash(name, public_key) + sign(text.encode())
    return f"{text}\n\u2014 {name} {b64encode(signed).decode()}\n"


def open_note(note: str, *, name: str, public_key: bytes) -> Checkpoint:
    """The checkpoint that this note holds. Raises :class:`BadCheckpoint` unless that key signed it."""
    text, separator, signatures = note.rpartition("\n\n")
    lines = text.split("\n")
    if not separator or len(lines) < 3:
        raise BadCheckpoint("not a signed note")
    signed = (text + "\n").encode()
    wanted = _key_hash(name, public_key)
    for line in signatures.splitlines():
        mark, _, rest = line.partition(" ")
        signer, _, encoded = rest.rpartition(" ")
        if mark != "\u2014" or signer != name:
            continue
        try:
            raw = b64decode(encoded, validate=True)
            if raw[:4] != wanted:
                continue
            Ed25519PublicKey.from_public_bytes(public_key).verify(raw[4:], signed)
            return Checkpoint(lines[0], int(lines[1]), b64decode(lines[2], validate=True))
        except (InvalidSignature, Base64Error, ValueError):
            break
    raise BadCheckpoint("no valid signature by that key")
