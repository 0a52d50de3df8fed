"""The real cohort: 2,504 people, 80 columns, five ids each, and all its mess."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from governance.extraction.inspection import TableInspection, inspect_table
from governance.extraction.plan import TablePlan
from governance.extraction.pseudonyms import pseudonyms
from governance.extraction.tabular import extract_table
from tests.extraction.tables import KEY, smallest_group

IDS = ("eid", "Sample name", "Accession", "Subject id", "EGA sample id")
HOME = ("Home location - east co-ordinate-0.0", "Home location - north co-ordinate-0.0")
QUASI = ("Sex", "Ethnic background-0.0", "Country of birth (UK/elsewhere)-0.0")
MARKS = ("", "#REF!")


@pytest.fixture(scope="module")
def table(shared: Path) -> Path:
    return shared / "data" / "cohort" / "CINECA_synthetic_EUROPE_UK1.tsv.gz"


@pytest.fixture(scope="module")
def found(table: Path) -> TableInspection:
    return inspect_table(table, "Subject id")


@pytest.fixture(scope="module")
def naive(table: Path) -> dict[str, dict[str, str]]:
    """The cohort by subject, read with nothing of ours."""
    with gzip.open(table, "rt", encoding="utf-8") as file:
        header, *rows = (line.rstrip("\n").split("\t") for line in file)
    return {row[3]: dict(zip(header, row, strict=True)) for row in rows}


def test_the_cohort_is_well_formed(found: TableInspection) -> None:
    assert (len(found.columns), found.rows, len(found.ids)) == (80, 2504, 2504)


@pytest.mark.parametrize("every", [1, 3, 97, 1000])
def test_a_part_of_the_cohort_leaves_as_promised(
    table: Path,
    found: TableInspection,
    naive: dict[str, dict[str, str]],
    tmp_path: Path,
    every: int,
) -> None:
    people = pseudonyms(KEY, sorted(found.ids)[::every])
    plan = TablePlan(
        source_sha256=found.sha256,
        id_column="Subject id",
        columns=found.columns,
        identifiers=frozenset((*IDS, *HOME)),
        quasi_identifiers=QUASI,
    )
    report = extract_table(table, tmp_path / "table.parquet", people, plan)
    rows = pq.read_table(tmp_path / "table.parquet").to_pylist()

    assert [row["pseudonym"] for row in rows] == sorted(people.values())
    assert smallest_group(rows, QUASI) >= 5 or all(row[q] is None for row in rows for q in QUASI)
    subjects = {pseudonym: naive[subject] for subject, pseudonym in people.items()}
    blanked = dict.fromkeys(QUASI, 0)
    for row in rows:
        before = subjects[row.pop("pseudonym")]
        assert row.keys() == before.keys() - {*IDS, *HOME}
        for name, value in row.items():
            expected = None if before[name] in MARKS else before[name]
            if name in QUASI and value is None and expected is not None:
                blanked[name] += 1
            else:
                assert value == expected
    assert report.blanked == blanked
