"""Check a cohort release from outside: who is in it, and what it tells about those who are not.

    python -m tests.checker.check_release PACKAGE VARIANTS TABLE PEOPLE RELATIONS ACTS \\
        --permit permit.json --as-of 2026-05-01T10:00:00Z

One line for each finding. Exit code 0: nothing wrong; 1: findings; 2: something cannot be read.
Needs the standard library, pyarrow and pysam, and imports nothing of what it checks.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.checker.allowed import Judge
from tests.checker.contents import Finding, read_source_table, read_table, read_variants
from tests.checker.id_findings import distinctive, id_anywhere
from tests.checker.manifest_findings import wrong_manifest
from tests.checker.matching import agree, compare, match_table, match_variants
from tests.checker.permit import Permit, read_permit
from tests.checker.region import Region, instant, read_region
from tests.checker.table_findings import wrong_categories, wrong_coordinates, wrong_table
from tests.checker.variants_findings import wrong_index, wrong_variants

VARIANTS = "variants.vcf.gz"
TABLE = "table.parquet"


@dataclass(frozen=True)
class Checked:
    """What is checked, and against what."""

    package: Path
    variants: Path
    table: Path
    region: Region
    permit: Permit
    as_of: datetime


def check(one: Checked) -> list[Finding]:
    """Everything that is wrong with a package."""
    absent = [name for name in (VARIANTS, TABLE) if not (one.package / name).is_file()]
    if absent:
        return [Finding("file-missing", "package", f"{name} is absent") for name in absent]
    allowed = Judge(one.region, one.permit, one.as_of).allowed()
    source, package = read_variants(one.variants), read_variants(one.package / VARIANTS)
    holder = read_source_table(one.table)
    columns, rows = read_table(one.package / TABLE)
    by_genes, findings = match_variants(package, source)
    by_row = match_table(columns, rows, holder, one.permit)
    expected = allowed & set(source.samples)
    listed = allowed & {str(row[one.permit.id_column]) for row in holder}
    ids = {row[name] for row in holder for name in one.permit.ids if name in row}
    named = distinctive({*ids, *source.samples, *one.region.people})
    return [
        *findings,
        *compare("variants", by_genes, expected),
        *compare("table", by_row, listed),
        *agree(by_genes, by_row, same_people=expected == listed),
        *wrong_variants(package, source, expected),
        *wrong_index(one.package / VARIANTS, package),
        *wrong_table(columns, rows, one.permit),
        *wrong_coordinates(columns, rows, holder, by_row, one.permit),
        *wrong_categories(columns, one.permit),
        *id_anywhere(one.package, package, columns, rows, named),
        *wrong_manifest(one.package, len(by_genes.keys() | by_row.keys())),
    ]


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="check_release", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("package", type=Path, help="folder of the package")
    parser.add_argument("variants", type=Path, help="the holder's VCF, compressed")
    parser.add_argument("table", type=Path, help="the holder's table, tab-separated")
    for name in ("people", "relations", "acts"):
        parser.add_argument(name, type=Path, help=f"{name}.csv")
    parser.add_argument("--permit", type=Path, required=True, help="JSON, see permit.py")
    parser.add_argument("--as-of", type=instant, required=True, help="the instant T, ISO with zone")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> int:
    """Run the checker; see the head of this file."""
    told = _arguments(given)
    try:
        findings = check(
            Checked(
                told.package,
                told.variants,
                told.table,
                read_region(told.people, told.relations, told.acts, told.as_of),
                read_permit(told.permit),
                told.as_of,
            )
        )
    except (OSError, ValueError, KeyError, IndexError, TypeError) as problem:
        sys.stderr.write(f"cannot be read: {type(problem).__name__}: {problem}\n")
        return 2
    for finding in findings:
        sys.stdout.write(f"{finding}\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
