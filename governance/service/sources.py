"""Imported files: kept under the hash of their bytes, readable by their owner only."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from governance.extraction.content import file_sha256

MODE = 0o700


def private(folder: Path) -> Path:
    """The folder, made where it was missing, closed to everybody else."""
    folder.mkdir(mode=MODE, parents=True, exist_ok=True)
    folder.chmod(MODE)
    return folder


def keep_source(folder: Path, path: Path) -> str:
    """Copy a file in, whole or not at all, and say the hash by which it is found."""
    digest = file_sha256(path)
    name = digest + "".join(path.suffixes[-2:])
    target = private(folder) / name
    if not target.exists():
        draft = folder / f".{name}.copying"
        shutil.copyfile(path, draft)
        draft.chmod(0o600)
        os.replace(draft, target)
    return digest


def find_source(folder: Path, sha256: str) -> Path | None:
    """The file with this hash, if it was imported here."""
    return next(iter(sorted(folder.glob(f"{sha256}.*"))), None)
