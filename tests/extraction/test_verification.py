"""A recipient with the public key sees whether a package is what was sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from governance.extraction.content import file_sha256
from governance.extraction.manifest import read_files
from governance.extraction.package import (
    MANIFEST,
    SIGNATURE,
    TABLE,
    VARIANTS_INDEX,
    building_folder,
)
from governance.extraction.verification import verify_package
from governance.refusals import Refused
from tests.extraction.packages import PUBLIC, RELEASE, SIGNER, build


@pytest.fixture
def parent(tmp_path: Path) -> Path:
    return tmp_path / "packages"


def _replace(name: str, content: bytes) -> Callable[[Path], None]:
    def change(package: Path) -> None:
        (package / name).unlink()
        (package / name).write_bytes(content)

    return change


def _resign(package: Path, content: bytes) -> None:
    _replace(MANIFEST, content)(package)
    _replace(SIGNATURE, SIGNER.sign(content))(package)


def _says_otherwise(package: Path) -> None:
    content = (package / MANIFEST).read_bytes()
    (table,) = read_files(content)
    _resign(package, content.replace(str(table.content_digest).encode(), b"0" * 64))


def _sends(package: Path, table: bytes) -> None:
    """Another table, and a manifest that fits its bytes, signed."""
    manifest = (package / MANIFEST).read_bytes()
    (said,) = read_files(manifest)
    _replace(TABLE, table)(package)
    manifest = manifest.replace(said.sha256.encode(), file_sha256(package / TABLE).encode())
    _resign(package, manifest.replace(b'"size":%d' % said.size, b'"size":%d' % len(table)))


def _in_source_order(package: Path) -> None:
    table = pq.read_table(package / TABLE).sort_by([("pseudonym", "descending")])
    written = pa.BufferOutputStream()
    pq.write_table(table, written)
    _sends(package, written.getvalue().to_pybytes())


TAMPERED: dict[str, tuple[Callable[[Path], None], str]] = {
    "a table changed": (_replace(TABLE, b"x"), "package-file-changed"),
    "a table gone": (lambda package: (package / TABLE).unlink(), "package-incomplete"),
    "a file added": (lambda package: (package / "x").touch(), "package-incomplete"),
    "no signature": (lambda package: (package / SIGNATURE).unlink(), "package-incomplete"),
    "another signature": (_replace(SIGNATURE, b"x" * 64), "package-signature-wrong"),
    "another manifest": (_replace(MANIFEST, b"{}"), "package-signature-wrong"),
    "a signed text that is no manifest": (
        lambda package: _resign(package, b'{"format":"x"}'),
        "package-manifest-malformed",
    ),
    "people in another order": (_in_source_order, "package-file-changed"),
    "a table that is none": (lambda package: _sends(package, b"x" * 99), "package-file-changed"),
    "other values than were signed for": (_says_otherwise, "package-file-changed"),
}


@pytest.mark.parametrize("case", TAMPERED)
def test_a_recipient_sees_any_change(parent: Path, case: str) -> None:
    build(parent)
    change, code = TAMPERED[case]
    change(parent / RELEASE)
    with pytest.raises(Refused, match=code):
        verify_package(parent / RELEASE, PUBLIC)


def test_files_that_are_no_table_are_compared_by_their_bytes(parent: Path) -> None:
    def add(step: str) -> None:
        if step == "extracted":
            (building_folder(parent, RELEASE) / VARIANTS_INDEX).write_bytes(b"index")

    package_hash = build(parent, add, beside=(VARIANTS_INDEX,))
    assert verify_package(parent / RELEASE, PUBLIC) == package_hash
    _replace(VARIANTS_INDEX, b"xedni")(parent / RELEASE)
    with pytest.raises(Refused, match=VARIANTS_INDEX):
        verify_package(parent / RELEASE, PUBLIC)
