"""The people of a tabular release inside the engine: pseudonym, and quasi-identifiers as shown.

Disclosure control looks at people, because the rows of one person carry one pseudonym and would
be put together. Who has different values in different rows has none that could be shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import duckdb
import pyarrow as pa

from governance.extraction.disclosure import blanking
from governance.extraction.engine import TEXT, Rows, quoted
from governance.extraction.plan import TablePlan
from governance.refusals import Refusal, Refused

PSEUDONYMS = re.compile(r"[0-9a-f]{32}(?:\n[0-9a-f]{32})*")
_AGREE = "count({0}) = count(*) AND min({0}) = max({0})"


def check_people(people: Mapping[str, str]) -> None:
    """Raise Refused where nobody is given, or two share a pseudonym, or one is no pseudonym."""
    if not people:
        raise Refused(Refusal("nobody-to-extract", field="people"))
    names = set(people.values())
    if len(names) != len(people) or not PSEUDONYMS.fullmatch("\n".join(names)):
        raise Refused(Refusal("pseudonym-malformed", field="people"))


def load_people(duck: duckdb.DuckDBPyConnection, people: Mapping[str, str]) -> None:
    """Make ``people`` (id, pseudonym). The type of pseudonyms sorts as their text does."""
    given = pa.table({"id": list(people), "pseudonym": list(people.values())})
    duck.register("given", given)
    duck.execute("CREATE TYPE pseudonym AS ENUM (SELECT pseudonym FROM given ORDER BY pseudonym)")
    duck.execute("CREATE TABLE people AS SELECT id, pseudonym::pseudonym AS pseudonym FROM given")
    duck.unregister("given")


def make_persons(duck: duckdb.DuckDBPyConnection, rows: Rows, plan: TablePlan) -> dict[str, int]:
    """Make ``persons`` (id, pseudonym, q0, q1, ...: the quasi-identifiers as they may be shown).

    Returns, for each quasi-identifier, how many people lost the value they had.
    """
    columns = plan.controlled
    if not columns:
        duck.execute("ALTER TABLE people RENAME TO persons")
        return {}
    places = [f"q{at}" for at in range(len(columns))]
    _find(duck, rows, plan, places)
    lost = _settle(duck, places)
    taken = _blank(duck, places, plan.k)
    texts = [rows.types[column] == TEXT for column in columns]
    _join(duck, places, texts)
    return {
        column: differ + blanked
        for column, differ, blanked in zip(columns, lost, taken, strict=True)
    }


def _find(duck: duckdb.DuckDBPyConnection, rows: Rows, plan: TablePlan, places: list[str]) -> None:
    """Make ``found``: the combinations of each person."""
    values = ", ".join(
        f"{rows.value(column)} AS {place}"
        for column, place in zip(plan.controlled, places, strict=True)
    )
    duck.execute(
        f"CREATE TABLE found AS SELECT DISTINCT p.pseudonym, {values} "
        f"FROM {rows.expression} s JOIN people p ON s.{quoted(plan.id_column)} = p.id"
    )


def _settle(duck: duckdb.DuckDBPyConnection, places: list[str]) -> list[int]:
    """Make ``settled``: one combination for each person, without values that differ."""
    counted = duck.execute("SELECT count(*), count(DISTINCT pseudonym) FROM found").fetchall()
    if counted[0][0] == counted[0][1]:
        duck.execute("ALTER TABLE found RENAME TO settled")
        return [0] * len(places)
    duck.execute(
        "CREATE TABLE differing AS SELECT pseudonym FROM found GROUP BY ALL HAVING count(*) > 1"
    )
    agreed = ", ".join(f"CASE WHEN {_AGREE.format(q)} THEN min({q}) END AS {q}" for q in places)
    duck.execute(
        f"CREATE TABLE settled AS SELECT * FROM found ANTI JOIN differing USING (pseudonym) "
        f"UNION ALL SELECT pseudonym, {agreed} FROM found SEMI JOIN differing USING (pseudonym) "
        "GROUP BY pseudonym"
    )
    lost = ", ".join(f"count({q}) > 0 AND NOT ({_AGREE.format(q)}) AS {q}" for q in places)
    counts = ", ".join(f"count(*) FILTER ({q})" for q in places)
    (row,) = duck.execute(
        f"SELECT {counts} FROM (SELECT {lost} FROM found SEMI JOIN differing USING (pseudonym) "
        "GROUP BY pseudonym)"
    ).fetchall()
    return list(row)


def _blank(duck: duckdb.DuckDBPyConnection, places: list[str], k: int) -> list[int]:
    """Make ``shown``: for each combination, which of its cells are kept (k0, k1, ...)."""
    listed = ", ".join(places)
    duck.execute(
        f"CREATE TABLE combinations AS SELECT row_number() OVER (ORDER BY {listed}) AS number, * "
        f"FROM (SELECT {listed}, count(*) AS people FROM settled GROUP BY ALL)"
    )
    found = duck.execute(f"SELECT {listed}, people FROM combinations ORDER BY number").fetchall()
    people = {row[:-1]: row[-1] for row in found}
    released = blanking(people, k)
    kept = {
        f"k{at}": [released[row[:-1]][at] is not None for row in found] for at in range(len(places))
    }
    duck.register("kept", pa.table({"number": range(1, len(found) + 1), **kept}))
    duck.execute("CREATE TABLE shown AS SELECT * FROM combinations JOIN kept USING (number)")
    duck.unregister("kept")
    return [
        sum(
            count
            for row, count in people.items()
            if row[at] is not None and released[row][at] is None
        )
        for at in range(len(places))
    ]


def _join(duck: duckdb.DuckDBPyConnection, places: list[str], texts: list[bool]) -> None:
    """Make ``persons``. Texts become enumerations, made of what is shown and nothing else."""
    values = []
    for at, (q, is_text) in enumerate(zip(places, texts, strict=True)):
        cell = f"CASE WHEN k{at} THEN shown.{q} END"
        if is_text:
            duck.execute(
                f"CREATE TYPE t{at} AS ENUM "
                f"(SELECT DISTINCT {q} FROM shown WHERE k{at} ORDER BY {q})"
            )
            cell = f"({cell})::t{at}"
        values.append(f"{cell} AS {q}")
    same = " AND ".join(f"settled.{q} IS NOT DISTINCT FROM shown.{q}" for q in places)
    duck.execute(
        f"CREATE TABLE persons AS SELECT people.id, people.pseudonym, {', '.join(values)} "
        f"FROM settled JOIN shown ON {same} JOIN people USING (pseudonym)"
    )
