"""What is wrong with the manifest of a package: every file is there with its hash, and no other."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from tests.checker.contents import Finding

MANIFEST = "manifest.json"
WHERE = "manifest"
BESIDE_THE_MANIFEST = frozenset({".json", ".sig", ".pub", ".note"})
"""The manifest cannot hash itself, nor its signature and proof."""


def wrong_hashes(folder: Path) -> list[Finding]:
    """Findings about files that are missing, unknown, or not what the manifest says."""
    path = folder / MANIFEST
    if not path.is_file():
        return [Finding("no-manifest", WHERE, "the package has no manifest")]
    told = _hashes(json.loads(path.read_text(encoding="utf-8")).get("files", {}))
    findings = []
    for name, digest in told.items():
        file = folder / name
        if not file.is_file():
            findings.append(Finding("file-missing", WHERE, f"{name} is listed and absent"))
        elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            findings.append(Finding("hash-differs", WHERE, f"{name} is not what was signed"))
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name not in told and file.suffix not in BESIDE_THE_MANIFEST:
            findings.append(Finding("file-unknown", WHERE, f"{name} is not in the manifest"))
    return findings


def _hashes(files: Any) -> dict[str, str]:
    """Name and SHA-256 of each file, whether listed or keyed by name."""
    if isinstance(files, list):
        return {str(one["name"]): str(one["sha256"]) for one in files}
    return {
        name: str(one["sha256"]) if isinstance(one, dict) else str(one)
        for name, one in files.items()
    }
