"""Imported files: kept under the hash of their bytes, readable by their owner only.

A file is copied into a private draft first, locked by whoever imports it. It gets its name when the
ledger speaks of it; a refused import leaves nothing, and a killed one a draft that the next clears.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from governance.extraction.content import file_sha256
from governance.refusals import MalformedInput, Refusal, Refused

MODE = 0o700
DRAFTS = ".*.copying"


def private(folder: Path) -> Path:
    """The folder, made where it was missing, closed to everybody else."""
    folder.mkdir(mode=MODE, parents=True, exist_ok=True)
    folder.chmod(MODE)
    return folder


@contextmanager
def draft_of(folder: Path, sha256: str) -> Iterator[Path]:
    """A place for a copy, ours while the block runs and empty after it.

    Raises Refused ``source-being-imported`` where somebody else imports the same file.
    """
    draft = private(folder) / f".{sha256}.copying"
    for left in folder.glob(DRAFTS):
        _clear(left)
    handle = os.open(draft, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _lock(handle, draft):
            raise Refused(Refusal("source-being-imported"))
        try:
            yield draft
        finally:
            if _is_at(handle, draft):
                draft.unlink()
    finally:
        os.close(handle)


def copy_in(path: Path, draft: Path, sha256: str) -> None:
    """Copy a file that was checked. Raises MalformedInput where it is no longer the same."""
    shutil.copyfile(path, draft)
    if file_sha256(draft) != sha256:
        raise MalformedInput(file=path.name, line=None, reason="it changed while it was read")


def keep(draft: Path, path: Path, sha256: str) -> None:
    """Give a copy its name, for good; a file that was imported before stays as it is."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    if find_source(draft.parent, sha256) is None:
        os.replace(draft, draft.parent / (sha256 + "".join(path.suffixes[-2:])))


def find_source(folder: Path, sha256: str) -> Path | None:
    """The file with this hash, if it was imported here."""
    return next(iter(sorted(folder.glob(f"{sha256}.*"))), None)


def _clear(draft: Path) -> None:
    """Forget a draft, unless somebody is working on it."""
    try:
        handle = os.open(draft, os.O_RDWR)
    except FileNotFoundError:
        return
    try:
        if _lock(handle, draft):
            draft.unlink()
    finally:
        os.close(handle)


def _lock(handle: int, path: Path) -> bool:
    """Take the lock; the system frees it when we are killed."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return _is_at(handle, path)


def _is_at(handle: int, path: Path) -> bool:
    """Whether the open file still has this name: it may have been cleared, or given another."""
    try:
        return path.stat().st_ino == os.fstat(handle).st_ino
    except FileNotFoundError:
        return False
