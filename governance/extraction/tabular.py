"""The tabular release: the permitted columns of the people of a release, as one Parquet file.

DuckDB does it in two readings of the source. The first meets only ids and quasi-identifiers, and
gives disclosure control the combinations of the *people* (never of rows: one person may have
many). The second joins each row to its person, already blanked, and sorts. Pseudonyms and
quasi-identifiers travel as enumerations through the sort, which is what makes it fast; an
enumeration sorts in the order it was made in, so pseudonym order is a promise of SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from governance.extraction.content import Content, content_digest, file_sha256
from governance.extraction.engine import ROW_NUMBER, Rows, engine, quoted, rows_of, text
from governance.extraction.inspection import TableInspection, columns_of, inspect_table
from governance.extraction.persons import check_people, load_people, make_persons
from governance.extraction.plan import PSEUDONYM_COLUMN, TablePlan
from governance.refusals import Refusal, Refused

__all__ = ["TableInspection", "TableReport", "extract_table", "inspect_table"]

Progress = Callable[[int, int], None]
"""Told of (steps done, steps in all)."""
STEPS = 5


@dataclass(frozen=True, slots=True)
class TableReport:
    """What was written and what disclosure control took. For those who prepare: the counts are
    exact, and small ones must not travel."""

    rows: int
    people: int
    columns: tuple[str, ...]
    """Released, the pseudonym first."""
    k: int
    blanked: Mapping[str, int]
    """For each quasi-identifier, the people who lost the value they had."""
    content_digest: str
    """Of the values, whatever the order of people; a replay gives the same."""
    sha256: str
    """Of the file."""

    @property
    def loss(self) -> float:
        """Share of the cells of quasi-identifiers that were blanked, from 0 to 1."""
        cells = self.people * len(self.blanked)
        return sum(self.blanked.values()) / cells if cells else 0.0


def extract_table(
    source: Path,
    target: Path,
    people: Mapping[str, str],
    plan: TablePlan,
    on_progress: Progress | None = None,
) -> TableReport:
    """Write the rows of these people (holder's id -> pseudonym) at ``target``, in a private folder.

    The same source, people and plan always give the same bytes. Raises Refused
    (``nobody-to-extract``, ``pseudonym-malformed``, ``source-changed``, ``column-unknown``,
    ``pseudonym-column-taken``, ``extraction-failed``); then nothing is left at ``target``.
    """
    tell = on_progress or _nobody_listens
    check_people(people)
    columns = _checked_columns(source, plan)
    tell(1, STEPS)
    with _whole_or_nothing(target):
        with engine(source, target.parent) as duck:
            rows = rows_of(duck, source, columns, plan)
            load_people(duck, people)
            tell(2, STEPS)
            blanked = make_persons(duck, rows, plan)
            tell(3, STEPS)
            duck.execute(f"COPY ({_released(rows, plan)}) TO {text(target)} (FORMAT parquet)")
        tell(4, STEPS)
        report = _report(target, plan, blanked)
    tell(STEPS, STEPS)
    return report


def _report(target: Path, plan: TablePlan, blanked: Mapping[str, int]) -> TableReport:
    """Read back what was written."""
    content = in_order(content_digest(target))
    return TableReport(
        rows=content.rows,
        people=content.people,
        columns=(PSEUDONYM_COLUMN, *plan.released),
        k=plan.k,
        blanked=blanked,
        content_digest=content.digest,
        sha256=file_sha256(target),
    )


@contextmanager
def _whole_or_nothing(target: Path) -> Iterator[None]:
    """Whatever goes wrong, no half a table stays."""
    try:
        yield
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def in_order(content: Content) -> Content:
    """Raise Refused where a table does not stand in pseudonym order: source order is an id."""
    if not content.ordered:
        raise Refused(Refusal("extraction-failed", items=("source-order",)))
    return content


def _checked_columns(source: Path, plan: TablePlan) -> tuple[str, ...]:
    """The columns of the source, once source and plan are known to fit."""
    if not source.is_file() or file_sha256(source) != plan.source_sha256:
        raise Refused(Refusal("source-changed", items=(source.name,)))
    columns = columns_of(source)
    if unknown := tuple(sorted({plan.id_column, *plan.released} - set(columns))):
        raise Refused(Refusal("column-unknown", items=unknown))
    if PSEUDONYM_COLUMN in (name.casefold() for name in plan.released):
        raise Refused(Refusal("pseudonym-column-taken"))
    return columns


def _released(rows: Rows, plan: TablePlan) -> str:
    """The statement of what leaves, in pseudonym order, the rows of a person in a fixed one."""
    inner, outer = [], []
    for at, name in enumerate(plan.released):
        if name in plan.controlled:
            inner.append(f"p.q{plan.controlled.index(name)} AS v{at}")
        else:
            inner.append(f"{rows.value(name)} AS v{at}")
        outer.append(f"v{at}::{rows.types[name]} AS {quoted(name)}")
    ties = []
    if plan.repeated:
        numbered = ROW_NUMBER in rows.types
        ties = [f"s.{ROW_NUMBER}"] if numbered else [f"v{at}" for at in range(len(inner))]
    return (
        f"SELECT {', '.join(['pseudonym::VARCHAR AS ' + PSEUDONYM_COLUMN, *outer])} "
        f"FROM (SELECT {', '.join(['p.pseudonym', *inner])} FROM {rows.expression} s "
        f"JOIN persons p ON s.{quoted(plan.id_column)} = p.id "
        f"ORDER BY {', '.join(['p.pseudonym', *ties])})"
    )


def _nobody_listens(done: int, steps: int) -> None:
    """Where no progress is shown."""
