"""A small package, built step by step; also run as a process of its own, so that it can be killed.

``python -m tests.extraction.packages PARENT STEP`` builds, says ``STEP`` when it gets there, and
waits to be killed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from governance.extraction.manifest import Manifest, TableTotals
from governance.extraction.package import TABLE, building, deliver, packaged, seal
from governance.extraction.pseudonyms import pseudonyms
from governance.extraction.tabular import TableReport, extract_table
from governance.vocabulary.instants import Instant
from tests.extraction.tables import KEY, PEOPLE, lines, plan_of, write

RELEASE = "0123456789abcdef" * 2
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = SIGNER.public_key().public_bytes_raw()
STEPS = ("building", "extracted", "sealed", "delivered")


def nothing(step: str) -> None:
    """Where nobody follows the steps."""


def manifest_of(report: TableReport, folder: Path, beside: Sequence[str] = ()) -> Manifest:
    """The manifest of a package that holds a table, and the files beside it."""
    table = packaged(folder / TABLE, report.content_digest, sha256=report.sha256)
    return Manifest(
        release_id=RELEASE,
        permit_id="permit-7",
        instant=Instant(41, datetime(2026, 3, 1, 9, tzinfo=UTC)),
        rules="release-1",
        people=report.people,
        files=(table, *(packaged(folder / name, None) for name in beside)),
        table=TableTotals(
            rows=report.rows,
            columns=report.columns,
            k=report.k,
            quasi_identifiers=tuple(report.blanked),
            cells_blanked=sum(report.blanked.values()),
        ),
    )


def build(
    parent: Path,
    at: Callable[[str], None] = nothing,
    *,
    hand_over: bool = True,
    beside: Sequence[str] = (),
) -> str:
    """Build, seal and hand over; returns the package's hash."""
    parent.mkdir(exist_ok=True)
    source = write(parent.parent / "people.tsv", lines(PEOPLE))
    with building(parent, RELEASE) as folder:
        at("building")
        people = pseudonyms(KEY, [person[1] for person in PEOPLE[:20]])
        report = extract_table(source, folder / TABLE, people, plan_of(source))
        at("extracted")
        package_hash = seal(folder, manifest_of(report, folder, beside), SIGNER.sign)
        at("sealed")
        if hand_over:
            deliver(parent, RELEASE)
        at("delivered")
    return package_hash


def _wait_at(step: str) -> Callable[[str], None]:
    def told(reached: str) -> None:
        if reached == step:
            sys.stdout.write(f"{step}\n")
            sys.stdout.flush()
            time.sleep(60)

    return told


if __name__ == "__main__":
    build(Path(sys.argv[1]), _wait_at(sys.argv[2]))
