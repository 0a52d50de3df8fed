"""A recipient with the public key sees whether a package is what was sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from governance.extraction.manifest import Manifest, PackagedFile, read_files
from governance.extraction.package import MANIFEST, SIGNATURE, TABLE, file_sha256
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
    "other values than were signed for": (_says_otherwise, "package-file-changed"),
}


@pytest.mark.parametrize("case", TAMPERED)
def test_a_recipient_sees_any_change(parent: Path, case: str) -> None:
    build(parent)
    change, code = TAMPERED[case]
    change(parent / RELEASE)
    with pytest.raises(Refused, match=code):
        verify_package(parent / RELEASE, PUBLIC)


