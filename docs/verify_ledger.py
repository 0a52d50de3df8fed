"""Verify an export of the ledger, or one receipt, without any of our software.

    python verify_ledger.py export ledger.jsonl --key ledger.vkey --checkpoint NOTE [NOTE ...]
    python verify_ledger.py receipt receipt.json --key ledger.vkey

The export has one line per entry: {"position":1,"entry":"<base64 of its canonical bytes>"}. A
checkpoint is a signed note (C2SP signed-note, tlog-checkpoint) that was held outside; the key file
holds its verifier keys, name+hash+key. A receipt is {"position", "entry", "proof", "checkpoint"}:
the entry, its inclusion proof (RFC 6962, base64 hashes from the leaf upwards), and a signed note.

Every entry edited, dropped, inserted, swapped or cut off up to the newest checkpoint is found;
several checkpoints narrow the place down. Later entries are reported as not yet anchored.
Exit code: 0 all agrees, 1 tampered, 2 bad input. Memory is the same for any number of entries.
"""

from __future__ import annotations

import argparse
import json
import sys
from binascii import a2b_base64
from collections.abc import Iterator
from functools import partial, reduce
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

EMPTY = sha256(b"").digest()


class Tampered(Exception):
    """What was signed and what lies here disagree."""


class BadInput(Exception):
    """A file is not what it should be."""


class Checkpoint(NamedTuple):
    """The log of ``origin`` had ``size`` entries, and this root."""

    origin: str
    size: int
    root: bytes


decoded = partial(a2b_base64, strict_mode=True)  # raises ValueError


def read_keys(text: str) -> dict[tuple[str, bytes], bytes]:
    """Ed25519 public keys by name and key hash; one verifier key on each line, old ones too."""
    keys = {}
    for name, _, rest in (line.partition("+") for line in text.split()):
        key = decoded(rest[9:])
        key_hash = sha256(name.encode() + b"\n" + key).digest()[:4]
        if rest[:9] != f"{key_hash.hex()}+" or key[:1] != b"\x01" or len(key) != 33:
            raise BadInput("the key file holds something else than Ed25519 verifier keys")
        keys[f"\u2014 {name}", key_hash] = key[1:]
    return keys


def open_note(note: str, keys: dict[tuple[str, bytes], bytes]) -> Checkpoint:
    """The checkpoint of a note, if one of our keys signed it."""
    text, separator, signatures = note.rpartition("\n\n")
    lines = text.split("\n")
    if not separator or len(lines) != 3 or not lines[1].isdecimal() or len(lines[1]) > 15:
        raise BadInput("a checkpoint is not a signed note")
    try:
        for start, _, encoded in (line.rpartition(" ") for line in signatures.splitlines()):
            signed = decoded(encoded)
            if public := keys.get((start, signed[:4])):
                Ed25519PublicKey.from_public_bytes(public).verify(signed[4:], f"{text}\n".encode())
                return Checkpoint(lines[0], int(lines[1]), decoded(lines[2]))
    except (InvalidSignature, ValueError):
        raise BadInput("the signature of a checkpoint does not fit") from None
    raise BadInput("a checkpoint is signed by none of these keys")


def read_entry(line: bytes, position: int) -> bytes:
    """The bytes of the entry on this line, which must be the one of that position."""
    start = b'{"position":%d,"entry":"' % position
    try:
        if line.startswith(start) and line.endswith(b'"}\n'):
            return decoded(line[len(start) : -3])
        pairs = json.loads(line, object_pairs_hook=list)
        found = dict(pairs)
        if len(pairs) != 2 or type(found["position"]) is not int:
            raise ValueError
        entry = decoded(found["entry"])
    except (LookupError, ValueError, TypeError, RecursionError):
        raise BadInput(f"line {position} is not an entry") from None
    if found["position"] != position:
        raise Tampered(f"position {found['position']} stands where position {position} belongs")
    return entry


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees (RFC 6962 section 2.1)."""
    return sha256(b"\x01" + left + right).digest()


def root_of(stack: list[bytes]) -> bytes:
    """The root over the complete subtrees of a log, largest first."""
    return reduce(lambda right, left: node_hash(left, right), reversed(stack)) if stack else EMPTY


def verify_export(lines: Iterator[bytes], checkpoints: list[Checkpoint]) -> str:
    """That all entries up to the newest checkpoint are those that were signed."""
    stack: list[bytes] = []
    size = later = 0
    for checkpoint in sorted(checkpoints, key=lambda checkpoint: checkpoint.size):
        agreed = size
        for size, line in enumerate(islice(lines, checkpoint.size - agreed), agreed + 1):
            try:
                here, full = sha256(b"\x00" + read_entry(line, size)).digest(), size - 1
            except BadInput as error:
                raise Tampered(f"{error}, but was signed") if size > 1 else error from None
            while full & 1:
                here, full = sha256(b"\x01" + stack.pop() + here).digest(), full >> 1
            stack.append(here)
        if size < checkpoint.size:
            raise Tampered(f"the export ends at position {size} of {checkpoint.size} signed")
        if root_of(stack) != checkpoint.root:
            raise Tampered(f"the first wrong entry is one of positions {agreed + 1} to {size}")
    for later, line in enumerate(lines, 1):
        read_entry(line, size + later)
    return f"{size} entries agree with what was signed; {later} later: not yet anchored"


def verify_receipt(receipt: Any, keys: dict[tuple[str, bytes], bytes]) -> str:
    """That the entry of the receipt is in the log at its position (RFC 9162 section 2.1.3.2)."""
    try:
        position, checkpoint = int(receipt["position"]), open_note(receipt["checkpoint"], keys)
        here = sha256(b"\x00" + decoded(str(receipt["entry"]))).digest()
        proof = [decoded(step) for step in list[str](receipt["proof"])]
    except (LookupError, ValueError, TypeError, AttributeError):
        raise BadInput("the receipt is not complete") from None
    node, last = position - 1, checkpoint.size - 1
    if not 0 <= node <= last:
        raise Tampered("the position is not in the log of that checkpoint")
    for step in proof:
        if last == 0:
            raise Tampered("the proof is too long")
        if node & 1 or node == last:
            here = node_hash(step, here)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            here = node_hash(here, step)
        node, last = node >> 1, last >> 1
    if last or here != checkpoint.root:
        raise Tampered("the entry of this receipt is not in the log of that checkpoint")
    return f"entry {position} is in the log of {checkpoint.size} entries"


def run(arguments: argparse.Namespace) -> str:
    """What was found to be true."""
    keys = read_keys(arguments.key.read_text("utf-8"))
    if arguments.what == "receipt":
        return verify_receipt(json.loads(arguments.file.read_text("utf-8")), keys)
    if not arguments.checkpoint:
        raise BadInput("an export is verified against at least one --checkpoint")
    checkpoints = [open_note(path.read_text("utf-8"), keys) for path in arguments.checkpoint]
    if len({checkpoint.origin for checkpoint in checkpoints}) > 1:
        raise BadInput("the checkpoints are of different logs")
    if len({checkpoint.size for checkpoint in checkpoints}) < len(set(checkpoints)):
        raise Tampered("two checkpoints of one size differ: two logs were shown")
    with arguments.file.open("rb") as lines:
        return verify_export(lines, checkpoints)


def main() -> int:
    """Read the arguments, verify, say what was found."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("what", choices=("export", "receipt"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--key", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, nargs="+", default=[])
    arguments = parser.parse_args()
    try:
        code, found = 0, f"ok: {run(arguments)}"
    except Tampered as error:
        code, found = 1, f"TAMPERED: {error}"
    except (BadInput, OSError, ValueError, RecursionError) as error:
        code, found = 2, f"bad input: {error}"
    (sys.stderr if code == 2 else sys.stdout).write(f"{found}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
