"""Exports, checkpoints and receipts for the standalone verifier, made with our own tree."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from governance.merkle import (
    Checkpoint,
    inclusion_proof,
    leaf_hash,
    root_of,
    sign_note,
    verifier_key,
)
from tests.merkle.logs import subtrees_of

NAME = "ledger.example/region"
KEY = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
SCRIPT = Path(__file__).parents[2] / "docs" / "verify_ledger.py"


def load_verifier() -> Any:
    """The standalone verifier as a module, for tests in this process."""
    spec = spec_from_file_location("verify_ledger", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def line_of(position: int, entry: bytes) -> bytes:
    """One line of an export."""
    return b'{"position":%d,"entry":"%s"}\n' % (position, b64encode(entry))


def export_of(entries: list[bytes]) -> list[bytes]:
    """The lines of an export."""
    return [line_of(position, entry) for position, entry in enumerate(entries, 1)]


def note_of(entries: list[bytes], *, key: Ed25519PrivateKey = KEY, origin: str = NAME) -> str:
    """A signed checkpoint of a log with these entries."""
    checkpoint = Checkpoint(origin, len(entries), root_of([leaf_hash(e) for e in entries]))
    public = key.public_key().public_bytes_raw()
    return sign_note(checkpoint, name=NAME, public_key=public, sign=key.sign)


def receipt_of(entries: list[bytes], position: int) -> dict[str, object]:
    """What a citizen holds: her entry, its proof, and a checkpoint signed for it."""
    hashes = [leaf_hash(entry) for entry in entries]
    proof = inclusion_proof(position - 1, len(entries), subtrees_of(hashes))
    return {
        "position": position,
        "entry": b64encode(entries[position - 1]).decode(),
        "proof": [b64encode(step).decode() for step in proof],
        "checkpoint": note_of(entries),
    }


@dataclass(frozen=True)
class Outside:
    """A folder of somebody who holds an export, checkpoints and the published key."""

    folder: Path

    def verify(self, lines: list[bytes], *notes: str, keys: str = "") -> tuple[int, str]:
        """Exit code and words of the verifier, run as its own process."""
        (self.folder / "export.jsonl").write_bytes(b"".join(lines))
        paths = [self.folder / f"{number}.note" for number in range(len(notes))]
        for path, note in zip(paths, notes, strict=True):
            path.write_text(note, "utf-8")
        held = ["--checkpoint", *map(str, paths)] if paths else []
        return self._run("export", "export.jsonl", keys, held)

    def verify_receipt(self, receipt: object, *, keys: str = "") -> tuple[int, str]:
        """Exit code and words of the verifier for one receipt."""
        (self.folder / "receipt.json").write_text(json.dumps(receipt))
        return self._run("receipt", "receipt.json", keys, [])

    def _run(self, what: str, file: str, keys: str, held: list[str]) -> tuple[int, str]:
        (self.folder / "ledger.vkey").write_text((keys or verifier_key(NAME, PUBLIC)) + "\n")
        key = self.folder / "ledger.vkey"
        command = [sys.executable, "-I", str(SCRIPT), what, str(self.folder / file)]
        command += ["--key", str(key), *held]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=False
        )
        return done.returncode, done.stdout + done.stderr
