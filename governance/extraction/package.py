"""A package: built where nobody looks, sealed, and handed over by one rename.

While it is built its folder is ``.<release>.building``, mode 0700, locked by who builds it. Sealing
writes the manifest and, last of all, its signature. The ledger then says ``release.delivered`` with
the hash of the manifest, and only then the folder gets its name. So a kill at any moment leaves
either nothing under the final name or a whole package, and ``settle`` can tell at the next start
what to do with a folder left behind: the ledger knows.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from governance.extraction.content import file_sha256
from governance.extraction.manifest import Manifest, PackagedFile, read_files
from governance.refusals import Refusal, Refused

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
TABLE, VARIANTS, VARIANTS_INDEX = "table.parquet", "variants.vcf.gz", "variants.vcf.gz.tbi"
_RELEASE_ID = re.compile(r"[0-9a-f]{32}")
_BUILDING = re.compile(r"\.([0-9a-f]{32})\.building")


def building_folder(parent: Path, release_id: str) -> Path:
    """Where a release is built. Raises ValueError where the id is not one of ours."""
    if not _RELEASE_ID.fullmatch(release_id):
        raise ValueError("a release id has 32 hexadecimal characters")
    return parent / f".{release_id}.building"


@contextmanager
def building(parent: Path, release_id: str) -> Iterator[Path]:
    """A private folder to build in, empty and locked for as long as the block runs.

    An exception before sealing clears it. After sealing it stays, because the ledger may already
    speak of it: deliver, clear or settle. Raises Refused (``package-being-built``) where another
    process builds the same release, (``package-exists``) where it was handed over.
    """
    folder = building_folder(parent, release_id)
    if (parent / release_id).exists():
        raise Refused(Refusal("package-exists"))
    parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    with _locked(folder) as mine:
        if not mine:
            raise Refused(Refusal("package-being-built"))
        for left in folder.iterdir():
            _remove(left)
        try:
            yield folder
        except BaseException:
            if not (folder / SIGNATURE).exists():
                _remove(folder)
            raise


def packaged(path: Path, content_digest: str | None, *, sha256: str | None = None) -> PackagedFile:
    """How the manifest speaks of a file that was written; hashes it where that was not done."""
    return PackagedFile(
        name=path.name,
        size=path.stat().st_size,
        sha256=sha256 or file_sha256(path),
        content_digest=content_digest,
    )


def seal(folder: Path, manifest: Manifest, sign: Callable[[bytes], bytes]) -> str:
    """Write manifest and signature; everything is on the disk before the signature is.

    ``sign`` makes an Ed25519 signature (RFC 8032) of the manifest's bytes. Returns the hash of the
    package: SHA-256 of its manifest. Raises Refused (``package-incomplete``) where the folder holds
    anything but the files of the manifest.
    """
    named = {file.name for file in manifest.files}
    if {entry.name for entry in folder.iterdir()} != named:
        raise Refused(Refusal("package-incomplete"))
    content = manifest.to_bytes()
    signature = sign(content)
    for name in sorted(named):
        _settle_file(folder / name)
    _write(folder / MANIFEST, content)
    _settle_folder(folder)
    _write(folder / SIGNATURE, signature)
    _settle_folder(folder)
    return hashlib.sha256(content).hexdigest()


def deliver(parent: Path, release_id: str) -> Path:
    """Give a sealed folder its name, after the ledger said so. Doing it again changes nothing."""
    folder, final = building_folder(parent, release_id), parent / release_id
    if folder.exists() or not final.exists():
        if not (folder / SIGNATURE).exists():
            raise Refused(Refusal("package-incomplete"))
        folder.rename(final)
        _settle_folder(parent)
    return final


def clear(parent: Path, release_id: str) -> None:
    """Remove what was built and not handed over; nothing happens where there is nothing."""
    _remove(building_folder(parent, release_id))
    if parent.exists():
        _settle_folder(parent)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a start found left behind, as release ids."""

    finished: tuple[str, ...]
    cleared: tuple[str, ...]
    missing: tuple[str, ...]
    """The ledger calls them delivered and no whole package is there: to be replayed."""


def settle(parent: Path, delivered: Mapping[str, str]) -> Settled:
    """At start-up: finish what the ledger calls delivered (release -> hash), clear the rest.

    A folder that another process is still building is left alone.
    """
    finished, cleared = [], []
    parent.mkdir(parents=True, exist_ok=True)
    for folder in sorted(parent.iterdir()):
        if not (found := _BUILDING.fullmatch(folder.name)):
            continue
        release_id = found.group(1)
        with _locked(folder) as mine:
            if mine and is_whole(folder, delivered.get(release_id)):
                deliver(parent, release_id)
                finished.append(release_id)
            elif mine:
                clear(parent, release_id)
                cleared.append(release_id)
    missing = (
        name
        for name in sorted(delivered)
        if not (parent / name).exists() and not building_folder(parent, name).exists()
    )
    return Settled(tuple(finished), tuple(cleared), tuple(missing))


def is_whole(folder: Path, package_hash: str | None) -> bool:
    """Whether a folder holds the package with this hash, every file as its manifest says."""
    try:
        content = (folder / MANIFEST).read_bytes()
        if hashlib.sha256(content).hexdigest() != package_hash:
            return False
        files = read_files(content)
        return (folder / SIGNATURE).exists() and all(
            file_sha256(folder / file.name) == file.sha256 for file in files
        )
    except (OSError, Refused):
        return False


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Whether the folder is ours while the block runs; the system frees it when we are killed."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        yield False
        return
    try:
        yield _lock(handle, folder)
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path) -> bool:
    """Take the lock, unless somebody has it or had it and took the folder away meanwhile."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return folder.stat().st_ino == os.fstat(handle).st_ino
    except (BlockingIOError, FileNotFoundError):
        return False


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _settle_file(path)


def _settle_file(path: Path) -> None:
    """Nobody changes it any more, and it is on the disk."""
    path.chmod(0o400)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _settle_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
