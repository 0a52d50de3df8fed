"""Checking a package as its recipient can: with the public key, and nothing else of ours."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyarrow as pa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from governance.extraction.content import content_digest, file_sha256
from governance.extraction.manifest import PackagedFile, read_files
from governance.extraction.package import MANIFEST, SIGNATURE, TABLE
from governance.refusals import Refusal, Refused


def verify_package(path: Path, public_key: bytes) -> str:
    """Check signature, files, hashes and content of a package; returns its hash.

    ``public_key`` is the raw Ed25519 key (RFC 8032, 32 bytes). Raises Refused
    (``package-incomplete``, ``package-signature-wrong``, ``package-manifest-malformed``,
    ``package-file-changed``); ``items`` names the files.
    """
    try:
        content = (path / MANIFEST).read_bytes()
        signature = (path / SIGNATURE).read_bytes()
    except OSError:
        raise Refused(Refusal("package-incomplete", items=(MANIFEST, SIGNATURE))) from None
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, content)
    except InvalidSignature:
        raise Refused(Refusal("package-signature-wrong")) from None
    files = read_files(content)
    expected = {MANIFEST, SIGNATURE, *(file.name for file in files)}
    if odd := tuple(sorted(expected ^ {entry.name for entry in path.iterdir()})):
        raise Refused(Refusal("package-incomplete", items=odd))
    for file in files:
        if not _is_as_said(path / file.name, file):
            raise Refused(Refusal("package-file-changed", items=(file.name,)))
    return hashlib.sha256(content).hexdigest()


def _is_as_said(path: Path, file: PackagedFile) -> bool:
    """Whether bytes and values are what the manifest says, and people stand in their order."""
    if path.stat().st_size != file.size or file_sha256(path) != file.sha256:
        return False
    if file.name != TABLE:
        return True
    try:
        content = content_digest(path)
    except (ValueError, pa.ArrowException):
        return False
    return content.ordered and content.digest == file.content_digest
