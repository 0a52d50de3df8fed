"""What is wrong with the manifest of a package: every file is there with its hash, and no other."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from tests.checker.contents import Finding

MANIFEST = "manifest.json"
WHERE = "manifest"
NOT_LISTED = frozenset({MANIFEST, "manifest.sig"})
"""The manifest cannot hash itself, nor its signature."""


def wrong_manifest(folder: Path, people: int) -> list[Finding]:
    """Findings about its total, and files that are missing, unknown, or not what it says."""
    path = folder / MANIFEST
    if not path.is_file():
        return [Finding("no-manifest", WHERE, "the package has no manifest")]
    manifest = json.loads(path.read_text(encoding="utf-8"))
    told = _hashes(manifest["files"])
    findings = []
    if manifest["people"] != people:
        findings.append(Finding("total-wrong", WHERE, f"it does not say {people} people"))
    for name, digest in told.items():
        file = folder / name
        if not file.is_file():
            findings.append(Finding("file-missing", WHERE, f"{name} is listed and absent"))
        elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            findings.append(Finding("hash-differs", WHERE, f"{name} is not what was signed"))
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name not in told and name not in NOT_LISTED:
            findings.append(Finding("file-unknown", WHERE, f"{name} is not in the manifest"))
    return findings


def _hashes(files: dict[str, dict[str, Any]]) -> dict[str, str]:
    """SHA-256 of each file by its name."""
    return {name: str(one["sha256"]) for name, one in files.items()}
