"""Checkpoints as signed notes (C2SP tlog-checkpoint, signed-note; Ed25519, RFC 8032).

Checkpoints without extension lines are written and read. A key is published as one line,
``name+hash+key``, which is all that an outside verifier needs to hold.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

ED25519 = b"\x01"
MARK = "\u2014"


class BadCheckpoint(Exception):
    """The note is not a checkpoint, or nobody we know has signed it."""


class MalformedCheckpoint(BadCheckpoint):
    """The text is not that of a signed checkpoint."""


class UnsignedCheckpoint(BadCheckpoint):
    """No valid signature by the key that was asked for."""


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


def verifier_key(name: str, public_key: bytes) -> str:
    """The one line that publishes a key (signed-note, verifier keys)."""
    packed = b64encode(ED25519 + public_key).decode()
    return f"{name}+{_key_hash(name, public_key).hex()}+{packed}"


def sign_note(
    checkpoint: Checkpoint, *, name: str, public_key: bytes, sign: Callable[[bytes], bytes]
) -> str:
    """The signed note of a checkpoint; ``sign`` makes an Ed25519 signature of 64 bytes."""
    text = checkpoint.text()
    signed = _key_hash(name, public_key) + sign(text.encode())
    return f"{text}\n{MARK} {name} {b64encode(signed).decode()}\n"


def open_note(note: str, *, name: str, public_key: bytes) -> Checkpoint:
    """The checkpoint that this note holds.

    Signatures by other keys are passed over. Raises :class:`MalformedCheckpoint` where the text is
    no checkpoint, :class:`UnsignedCheckpoint` unless the key of that name signed it.
    """
    text, separator, signatures = note.rpartition("\n\n")
    if not separator or not signatures.endswith("\n"):
        raise MalformedCheckpoint("not a signed note")
    checkpoint = _read(text)
    signed = f"{text}\n".encode()
    for signature in _signatures(signatures, name, _key_hash(name, public_key)):
        try:
            Ed25519PublicKey.from_public_bytes(public_key).verify(signature, signed)
        except (InvalidSignature, ValueError) as error:
            raise UnsignedCheckpoint("the signature does not fit") from error
        return checkpoint
    raise UnsignedCheckpoint("not signed by that key")


def _signatures(lines: str, name: str, key_hash: bytes) -> Iterator[bytes]:
    for line in lines.removesuffix("\n").split("\n"):
        mark, _, rest = line.partition(" ")
        signer, _, encoded = rest.rpartition(" ")
        if mark != MARK or not signer:
            raise MalformedCheckpoint("a signature line is not one")
        packed = _bytes(encoded)
        if signer == name and packed[:4] == key_hash:
            yield packed[4:]


def _read(text: str) -> Checkpoint:
    lines = text.split("\n")
    if len(lines) != 3 or not lines[0]:
        raise MalformedCheckpoint("not the three lines of a checkpoint")
    origin, size, root = lines
    if not (size.isascii() and size.isdigit()) or len(size) > 15 or str(int(size)) != size:
        raise MalformedCheckpoint("the size is not a plain number")
    if len(_bytes(root)) != 32:
        raise MalformedCheckpoint("the root is not 32 bytes")
    return Checkpoint(origin, int(size), _bytes(root))


def _bytes(encoded: str) -> bytes:
    try:
        return b64decode(encoded, validate=True)
    except (Base64Error, ValueError) as error:
        raise MalformedCheckpoint("not base64") from error
