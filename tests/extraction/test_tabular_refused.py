"""A malformed table is refused with file, line and reason, and nothing is left behind."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from governance.extraction.engine import engine
from governance.extraction.inspection import inspect_table
from governance.extraction.plan import TablePlan
from governance.extraction.pseudonyms import pseudonyms
from governance.extraction.tabular import extract_table
from governance.refusals import MalformedInput, Refused
from tests.extraction.tables import HEADER, KEY, PEOPLE, lines, plan_of, write

GOOD = lines(PEOPLE)
TEXTS: dict[str, tuple[str, bytes, int | None, str]] = {
    "an empty file": ("t.tsv", b"", None, "empty"),
    "an empty file, compressed": ("t.tsv", gzip.compress(b""), None, "no name|id column"),
    "a header and nothing else": ("t.tsv", lines([]), 1, "no rows"),
    "no id column": ("t.tsv", GOOD.replace(b"\tid\t", b"\tperson\t", 1), 1, "id column"),
    "a column twice": ("t.tsv", GOOD.replace(b"sex", b"TOWN", 1), 1, "column 4 is there twice"),
    "a column without a name": ("t.tsv", GOOD.replace(b"sex", b" ", 1), 1, "column 3"),
    "a row too short": ("t.tsv", lines([PEOPLE[0], PEOPLE[1][:4]]), 3, "ragged row: 4 fields"),
    "a row too long": ("t.tsv", lines([(*PEOPLE[0], "x")]), 2, "ragged row: 6 fields"),
    "an empty line": ("t.tsv", GOOD + b"\n", 26, "ragged"),
    "an id twice": ("t.tsv", lines([*PEOPLE, PEOPLE[4]]), 26, "duplicate id"),
    "a row without an id": ("t.tsv", lines([("n", "", "f", "x", "1")]), 2, "without an id"),
    "text that is not UTF-8": ("t.tsv", GOOD + b"n\tP99\tf\tI\xf1a\t1\n", 26, "UTF-8"),
    "a carriage return inside": ("t.tsv", GOOD + b"n\tP99\tf\rm\tx\t1\n", 26, "control"),
    "a line without end": ("t.tsv", GOOD + b"n\tP99\tf\t" + b"x" * 300_000, 26, "too long"),
    "compressed data cut short": ("t.tsv", gzip.compress(GOOD)[:-9], 26, "truncated"),
    "compressed data damaged": ("t.tsv", gzip.compress(GOOD)[:10] + b"\xff" * 40, 1, "damaged"),
    "a quote that never ends": ("t.csv", lines([("n", "P1", 'f"', '"x', "1")], ","), 2, "RFC 4180"),
    "a kind we do not know": ("t.xlsx", GOOD, None, "not a table"),
    "a file without a kind": ("t", GOOD, None, "not a table"),
    "a Parquet that is none": ("t.parquet", GOOD, None, "Parquet"),
}


@pytest.mark.parametrize("case", TEXTS)
def test_a_malformed_table_is_refused_with_its_line_and_its_reason(
    tmp_path: Path, case: str
) -> None:
    name, content, line, reason = TEXTS[case]
    source = tmp_path / name
    source.write_bytes(content)
    with pytest.raises(MalformedInput, match=reason) as refused:
        inspect_table(source, "id")
    assert (refused.value.file, refused.value.line) == (name, line)
    assert list(tmp_path.iterdir()) == [source]
    assert "P04" not in str(refused.value)


PARQUETS: dict[str, tuple[pa.Table, int | None, str]] = {
    "an id twice": (pa.table({"id": ["a", "b", "a"]}), 3, "duplicate id"),
    "a missing id": (pa.table({"id": ["a", None]}), 2, "without an id"),
    "ids that are numbers": (pa.table({"id": [1, 2]}), None, "not text"),
    "no id column": (pa.table({"person": ["a"]}), None, "id column"),
    "no rows": (pa.table({"id": pa.array([], pa.string())}), None, "no rows"),
    "a list in a cell": (pa.table({"id": ["a"], "x": [[1]]}), None, "column 2 holds no plain"),
}


@pytest.mark.parametrize("case", PARQUETS)
def test_a_malformed_parquet_is_refused_likewise(tmp_path: Path, case: str) -> None:
    table, row, reason = PARQUETS[case]
    source = tmp_path / "t.parquet"
    pq.write_table(table, source)
    with pytest.raises(MalformedInput, match=reason) as refused:
        inspect_table(source, "id")
    assert refused.value.line == row


def test_a_parquet_cut_short_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "t.parquet"
    pq.write_table(pa.table({"id": ["a"]}), source)
    source.write_bytes(source.read_bytes()[:-4])
    with pytest.raises(MalformedInput, match="not a whole Parquet file"):
        inspect_table(source, "id")


def test_a_table_may_have_a_byte_order_mark_and_the_line_ends_of_windows(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + lines(PEOPLE).replace(b"\n", b"\r\n")
    found = inspect_table(write(tmp_path / "t.tsv", content), "id", name="as registered")
    assert found.columns == HEADER
    assert found.rows == len(PEOPLE)


def refusal(source: Path, plan: TablePlan, people: dict[str, str]) -> str:
    """The code with which an extraction is refused, leaving nothing behind."""
    folder = source.parent / "private"
    folder.mkdir(exist_ok=True)
    with pytest.raises(Refused) as refused:
        extract_table(source, folder / "table.parquet", people, plan)
    assert not list(folder.iterdir())
    return refused.value.refusal.code


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write(tmp_path / "people.tsv.gz", GOOD)


def test_an_extraction_is_refused_where_plan_people_and_source_do_not_fit(source: Path) -> None:
    people = pseudonyms(KEY, ["P01", "P02"])
    plan = plan_of(source)
    assert refusal(source, plan, {}) == "nobody-to-extract"
    assert refusal(source, plan, {"P01": "P01"}) == "pseudonym-malformed"
    assert refusal(source, plan, dict.fromkeys(people, "a" * 32)) == "pseudonym-malformed"
    assert refusal(source, plan_of(source, columns=("smoker",)), people) == "column-unknown"
    write(source, lines(PEOPLE[:5]))
    assert refusal(source, plan, people) == "source-changed"
    source.unlink()
    assert refusal(source, plan, people) == "source-changed"


def test_a_source_cannot_bring_pseudonyms_of_its_own(tmp_path: Path) -> None:
    source = write(tmp_path / "t.tsv", lines(PEOPLE).replace(b"town", b"Pseudonym", 1))
    people = pseudonyms(KEY, ["P01"])
    assert refusal(source, plan_of(source), people) == "pseudonym-column-taken"


def test_who_stops_a_release_half_way_leaves_nothing_behind(source: Path) -> None:
    folder = source.parent / "private"
    folder.mkdir()

    def stop(done: int, steps: int) -> None:
        if done == steps - 1:
            assert (folder / "table.parquet").exists()
            raise KeyboardInterrupt

    people = pseudonyms(KEY, ["P01", "P02"])
    with pytest.raises(KeyboardInterrupt):
        extract_table(source, folder / "table.parquet", people, plan_of(source), stop)
    assert not list(folder.iterdir())


def test_what_the_engine_complains_of_never_repeats_the_data(source: Path) -> None:
    folder = source.parent
    with (
        pytest.raises(Refused, match="extraction-failed") as refused,
        engine(source, folder) as duck,
    ):
        duck.execute("SELECT 'P01'::INTEGER")
    assert "P01" not in str(refused.value)
    assert list(folder.iterdir()) == [source]


def test_the_engine_reads_its_source_and_nothing_else(source: Path, tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir()
    other = write(tmp_path / "other.tsv", GOOD)
    for forbidden in (f"FROM read_text('{other}')", "INSTALL httpfs", "SET memory_limit = '9GB'"):
        with pytest.raises(Refused, match="extraction-failed"), engine(source, private) as duck:
            duck.execute(forbidden)


@pytest.mark.parametrize("changes", [{"k": 0}, {"quasi_identifiers": tuple("abcdefghijklm")}])
def test_a_plan_that_makes_no_sense_cannot_be_made(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="at"):
        TablePlan(source_sha256="", id_column="id", columns=(), **changes)  # type: ignore[arg-type]
