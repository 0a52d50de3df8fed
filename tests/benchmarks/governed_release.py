"""A governed release of a table, beside DuckDB writing the same rows, and beside pandas.

The source is a region's table of measurements: about fifteen rows for each citizen, twelve columns,
a tenth of one column without value. Seven in ten citizens allow it. Ours checks the hash of the
source, replaces ids by pseudonyms, turns marks into missing values, blanks cells until k = 5 holds,
sorts by pseudonym, makes digest and hash. DuckDB's COPY does none of it; ordered, it is the floor.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pandas as pd
import pyarrow as pa

from governance.extraction.engine import MEMORY, text
from governance.extraction.inspection import inspect_table
from governance.extraction.plan import TablePlan
from governance.extraction.pseudonyms import pseudonyms
from governance.extraction.tabular import TableReport, extract_table
from tests.benchmarks.measure import (
    Comparison,
    Options,
    Report,
    Times,
    interleaved,
    main,
    peak_memory,
    timed,
)

FLOOR, FASTER = 1.4, 3.0
ROWS_EACH = 15
QUASI = ("sex", "ethnic", "country")


def make_source(path: Path, rows: int) -> None:
    """The table, the same each time: every value is a hash of its place."""
    citizens = max(rows // ROWS_EACH, 1)
    duckdb.execute(
        f"""COPY (SELECT format('NA{{:07d}}', who) AS id,
            CASE WHEN hash(who) % 2 = 0 THEN 'female' ELSE 'male' END AS sex,
            'group ' || floor(22 * pow(hash(who + 7) % 1000 / 1000, 4)) AS ethnic,
            'country ' || floor(400 * pow(hash(who + 9) % 1000 / 1000, 6)) AS country,
            DATE '2020-01-01' + (hash(i + 1) % 2000)::INTEGER AS day,
            'ICD ' || hash(i + 2) % 500 AS code,
            CASE WHEN i % 10 = 0 THEN '#REF!' ELSE 'unit ' || hash(i + 3) % 5 END AS unit,
            (hash(i + 4) % 100000) / 100 AS first, (hash(i + 5) % 100000) / 100 AS second,
            (hash(i + 6) % 100000) / 100 AS third, (hash(i + 8) % 1000)::INTEGER AS fourth,
            (hash(i + 11) % 1000)::INTEGER AS fifth
            FROM (SELECT i, (hash(i) % {citizens})::BIGINT AS who FROM range({rows}) t(i))
        ) TO {text(path)} (FORMAT parquet)"""
    )


def plain_copy(source: Path, target: Path, people: Mapping[str, str], order: str) -> None:
    """DuckDB writes the rows of the same people, as they are."""
    settings: dict[str, str | bool | int | float | list[str]] = {"memory_limit": MEMORY}
    with duckdb.connect(config={**settings, "temp_directory": str(target.parent)}) as connection:
        connection.register("permitted", pa.table({"id": list(people)}))
        connection.execute(
            f"COPY (SELECT s.* FROM {text(source)} s SEMI JOIN permitted USING (id) {order}) "
            f"TO {text(target)} (FORMAT parquet)"
        )


def with_pandas(source: Path, target: Path, people: Mapping[str, str], k: int) -> None:
    """The same release with pandas on pyarrow types, blanking whole combinations (the simplest
    control that keeps the promise), and without hash or digest."""
    rows = pd.read_parquet(source, dtype_backend="pyarrow")
    names = pd.DataFrame({"id": list(people), "pseudonym": list(people.values())})
    rows = rows.merge(names.astype("string[pyarrow]"), on="id").drop(columns="id")
    for column in ("sex", "ethnic", "country", "code", "unit"):
        rows[column] = rows[column].mask(rows[column].isin(["", "#REF!"]))
    citizens = rows[["pseudonym", *QUASI]].drop_duplicates()
    sizes = citizens.groupby(list(QUASI), dropna=False, observed=True)["pseudonym"].transform(
        "size"
    )
    alone = citizens.loc[sizes < k, "pseudonym"]
    rows.loc[rows["pseudonym"].isin(alone), list(QUASI)] = None
    rows.sort_values("pseudonym", kind="stable").to_parquet(target, index=False)


def plan_of(source: Path) -> tuple[dict[str, str], TablePlan]:
    """Seven in ten citizens, under pseudonyms, and every column."""
    found = inspect_table(source, "id", repeated=True)
    allowed = (who for who in sorted(found.ids) if int(who[2:]) % 100 < 71)
    plan = TablePlan(
        source_sha256=found.sha256,
        id_column="id",
        columns=found.columns,
        quasi_identifiers=QUASI,
        repeated=True,
    )
    return pseudonyms(bytes(32), allowed), plan


def race(source: Path, target: Path, rounds: int) -> tuple[TableReport, int, dict[str, Times]]:
    """One source, one choice of people, four ways; what ours released, and its memory in bytes."""
    people, plan = plan_of(source)
    released = extract_table(source, target, people, plan)
    memory = peak_memory()
    contenders = {
        "ours": timed(lambda: extract_table(source, target, people, plan)),
        "ordered": timed(lambda: plain_copy(source, target, people, "ORDER BY id")),
        "unordered": timed(lambda: plain_copy(source, target, people, "")),
        "pandas": timed(lambda: with_pandas(source, target, people, plan.k)),
    }
    return released, memory, interleaved(contenders, rounds=rounds)


def measure(options: Options) -> Report:
    """The ratios, and what disclosure control took."""
    report = Report("Governed release of a table", packages=("duckdb", "pyarrow", "pandas"))
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.parquet", Path(folder) / "table.parquet"
        make_source(source, options.size)
        released, memory, times = race(source, target, options.rounds)
    for peer, name, asked, floor in (
        ("ordered", "DuckDB COPY ... ORDER BY", FLOOR, True),
        ("unordered", "DuckDB COPY", None, True),
        ("pandas", "pandas on pyarrow types", FASTER, False),
    ):
        work = f"{released.rows:,} of {options.size:,} rows"
        report.comparisons.append(
            Comparison(work, name, released.rows, times["ours"], times[peer], asked, floor)
        )
    report.notes.append(
        f"{released.people:,} citizens; {sum(released.blanked.values()):,} cells of citizens "
        f"blanked ({released.loss:.2%}); peak memory with inspection {memory / 2**20:,.0f} MiB"
    )
    return report


if __name__ == "__main__":
    main(measure, size=1_000_000, long=10_000_000, rounds=3)
