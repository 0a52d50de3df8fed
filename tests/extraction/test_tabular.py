"""The table that leaves: these people, these columns, in pseudonym order, and the same again."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from governance.extraction.content import content_digest
from governance.extraction.inspection import inspect_table
from governance.extraction.pseudonyms import pseudonyms
from governance.extraction.tabular import STEPS, extract_table, in_order
from governance.refusals import Refused
from tests.extraction.tables import (
    KEY,
    PEOPLE,
    lines,
    plan_of,
    release,
    rows_in,
    smallest_group,
    write,
)

SOME = [person[1] for person in PEOPLE if person[1] != "P07"]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write(tmp_path / "people.tsv.gz", lines(PEOPLE))


def test_exactly_the_people_asked_for_leave_in_pseudonym_order(source: Path) -> None:
    report, target = release(source, SOME)
    found = [row["pseudonym"] for row in rows_in(target)]
    assert found == sorted(pseudonyms(KEY, SOME).values())
    assert (report.rows, report.people) == (len(SOME), len(SOME))


def test_values_stay_with_their_person(source: Path) -> None:
    _, target = release(source, SOME)
    weights = {row["pseudonym"]: row["weight"] for row in rows_in(target)}
    names = pseudonyms(KEY, SOME)
    assert weights == {names[p[1]]: p[4] for p in PEOPLE if p[1] in names}


def test_identifiers_never_leave_even_where_they_are_permitted(source: Path) -> None:
    report, target = release(source, SOME)
    assert report.columns == tuple(pq.read_schema(target).names)
    assert report.columns == ("pseudonym", "sex", "town", "weight")
    assert not [person for person in PEOPLE if person[0].encode() in target.read_bytes()]


def test_a_column_that_is_not_permitted_does_not_leave(source: Path) -> None:
    report, _ = release(source, SOME, columns=("weight", "weight", "id"))
    assert report.columns == ("pseudonym", "weight")
    assert report.blanked == {}
    assert report.loss == 0


def test_a_missing_mark_leaves_as_a_missing_value(tmp_path: Path) -> None:
    people = [(*PEOPLE[0][:4], "#REF!"), (*PEOPLE[1][:4], ""), (*PEOPLE[2][:4], "NULL")]
    source = write(tmp_path / "people.csv", lines(people, ","))
    _, target = release(source, ["P00", "P01", "P02"])
    assert sorted(str(row["weight"]) for row in rows_in(target)) == ["NULL", "None", "None"]


def test_the_same_release_gives_the_same_bytes(source: Path) -> None:
    first, target = release(source, SOME)
    before = target.read_bytes()
    second, target = release(source, list(reversed(SOME)))
    assert target.read_bytes() == before
    assert second == first


def test_the_file_says_nothing_about_where_and_when_it_was_made(source: Path) -> None:
    _, target = release(source, SOME)
    metadata = pq.read_metadata(target)
    assert not metadata.metadata
    assert metadata.created_by.startswith("DuckDB version")
    assert str(source.parent).encode() not in target.read_bytes()


def test_the_content_digest_does_not_depend_on_order_or_encoding(source: Path) -> None:
    report, target = release(source, SOME)
    shuffled = pq.read_table(target).sort_by("weight")
    other = target.with_name("other.parquet")
    pq.write_table(shuffled, other, row_group_size=5, compression="gzip")
    found = content_digest(other)
    assert (found.digest, found.ordered) == (report.content_digest, False)
    with pytest.raises(Refused, match="source-order"):
        in_order(found)


def test_the_content_digest_changes_with_any_value(source: Path) -> None:
    report, target = release(source, SOME)
    table = pq.read_table(target)
    for at, name in enumerate(table.schema.names[1:], 1):
        values = table.column(name).to_pylist()
        values[3] = None if values[3] else "x"
        pq.write_table(table.set_column(at, name, pa.array(values)), target)
        assert content_digest(target).digest != report.content_digest


def test_disclosure_control_blanks_cells_and_reports_what_was_lost(source: Path) -> None:
    report, target = release(source, SOME, k=7)
    rows = rows_in(target)
    assert smallest_group(rows, ("sex", "town")) >= 7
    assert report.blanked == {
        name: sum(row[name] is None for row in rows) for name in ("sex", "town")
    }
    assert report.loss == pytest.approx(sum(report.blanked.values()) / (2 * len(rows)))
    assert report.loss > 0


def test_progress_is_told_step_by_step(source: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    extract_table(
        source,
        tmp_path / "out.parquet",
        pseudonyms(KEY, SOME),
        plan_of(source),
        lambda done, steps: told.append((done, steps)),
    )
    assert told == [(step, STEPS) for step in range(1, STEPS + 1)]


def test_a_compressed_table_in_two_parts_is_read_whole_whatever_it_is_called(
    tmp_path: Path,
) -> None:
    source = tmp_path / "people.tsv"
    whole = lines(PEOPLE)
    source.write_bytes(gzip.compress(whole[:300]) + gzip.compress(whole[300:]))
    report, _ = release(source, SOME)
    assert report.rows == len(SOME)


MEASURED = pa.table(
    {
        "id": ["B", "A", "B", "A", "C", "D"] * 4,
        "sex": ["f", "m", "f", "m", "f", None] * 4,
        "town": ["x", "x", "y", "x", "x", "x"] * 4,
        "day": [date(2026, 1, 1 + at) for at in range(24)],
        "value": [None if at == 5 else at / 2 for at in range(24)],
        "smoker": [None if at == 7 else at % 2 == 0 for at in range(24)],
    }
)


def test_one_person_with_many_rows_counts_once_and_shows_one_combination(tmp_path: Path) -> None:
    source = tmp_path / "measured.parquet"
    pq.write_table(MEASURED, source)
    report, target = release(source, ["A", "B", "C", "D"], repeated=True, k=2)
    rows = rows_in(target)
    assert (report.rows, report.people) == (24, 4)
    assert smallest_group(rows, ("sex", "town")) in (0, 2, 3, 4)
    assert all(
        len({(r["sex"], r["town"]) for r in rows if r["pseudonym"] == p}) == 1
        for p in pseudonyms(KEY, "ABCD").values()
    )
    assert report.blanked["town"] >= 1


def test_quasi_identifiers_may_be_numbers(tmp_path: Path) -> None:
    source = tmp_path / "born.parquet"
    born = pa.table({"id": list("ABCDEF"), "year": [1950, 1950, 1950, 1950, 1950, 1911]})
    pq.write_table(born, source)
    _, target = release(source, list("ABCDEF"), quasi_identifiers=("year",), k=2)
    assert {row["year"] for row in rows_in(target)} == {None}
    _, target = release(source, list("ABCDE"), quasi_identifiers=("year",), k=2)
    assert {row["year"] for row in rows_in(target)} == {1950}


def test_people_who_are_not_in_the_table_have_no_rows(source: Path) -> None:
    report, target = release(source, ["Q01", "Q02"])
    assert (report.rows, report.people, report.loss) == (0, 0, 0)
    assert pq.read_schema(target).names == list(report.columns)
    pq.write_table(pq.read_table(target), target)
    assert content_digest(target).digest == report.content_digest


def test_the_rows_of_a_person_keep_their_order_and_their_types(tmp_path: Path) -> None:
    source = tmp_path / "measured.parquet"
    pq.write_table(MEASURED, source)
    _, target = release(source, ["A"], repeated=True)
    table = pq.read_table(target)
    expected = [row["day"] for row in MEASURED.to_pylist() if row["id"] == "A"]
    assert table.column("day").to_pylist() == expected
    assert [str(table.schema.field(n).type) for n in ("day", "value", "smoker")] == [
        "date32[day]",
        "double",
        "bool",
    ]


def test_a_text_with_many_rows_for_a_person_gives_the_same_bytes_each_time(tmp_path: Path) -> None:
    repeated = [*PEOPLE, *[(*person[:4], "9") for person in PEOPLE]]
    source = write(tmp_path / "people.tsv", lines(repeated))
    first, _ = release(source, SOME, repeated=True)
    second, _ = release(source, SOME, repeated=True)
    assert first == second
    assert (first.rows, first.people) == (2 * len(SOME), len(SOME))


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n"), min_size=0, max_size=6
)


@given(rows=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6), name=st.sampled_from("ct"))
@effort(max_examples=40)
def test_what_the_engine_reads_is_what_was_inspected(
    rows: list[tuple[str, str]], name: str
) -> None:
    delimiter = {"c": ",", "t": "\t"}[name]
    if delimiter == "\t":
        rows = [(a.replace("\t", " "), b.replace("\t", " ")) for a, b in rows]
    text = io.StringIO(newline="")
    table = [("id", "one", "two"), *[(f"p{i}", *row) for i, row in enumerate(rows)]]
    if delimiter == ",":
        csv.writer(text, lineterminator="\n").writerows(table)
    else:
        text.writelines("\t".join(row) + "\n" for row in table)
    with TemporaryDirectory() as folder:
        source = write(Path(folder) / f"people.{name}sv", text.getvalue().encode())
        ids = [f"p{at}" for at in range(len(rows))]
        assert inspect_table(source, "id").ids == set(ids)
        _, target = release(source, ids, missing=("",), quasi_identifiers=())
        names = pseudonyms(KEY, ids)
        found = {row["pseudonym"]: (row["one"], row["two"]) for row in rows_in(target)}
    assert found == {names[f"p{i}"]: (a or None, b or None) for i, (a, b) in enumerate(rows)}
