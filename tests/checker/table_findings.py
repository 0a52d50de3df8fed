"""What is wrong with the table of a package, apart from who is in it."""

from __future__ import annotations

from collections import Counter

from tests.checker.contents import Finding, Row
from tests.checker.matching import Candidates
from tests.checker.permit import Permit

WHERE = "table"


def wrong_table(columns: list[str], rows: list[Row], permit: Permit) -> list[Finding]:
    """Findings about columns, order and anonymity."""
    findings = []
    if columns[:1] != ["pseudonym"]:
        findings.append(Finding("not-pseudonyms", WHERE, "the first column is not the pseudonym"))
    pseudonyms = [str(row[columns[0]]) for row in rows]
    if len(set(pseudonyms)) != len(pseudonyms):
        findings.append(Finding("not-pseudonyms", WHERE, "a pseudonym has two rows"))
    if pseudonyms != sorted(pseudonyms):
        findings.append(Finding("source-order", WHERE, "rows are not in pseudonym order"))
    never = {*permit.ids, *permit.coordinates, permit.id_column}
    for name in columns[1:]:
        if name in never or name not in permit.columns:
            findings.append(Finding("forbidden-column", WHERE, f"{name!r} may not leave"))
    for name in permit.columns.keys() - set(columns):
        findings.append(Finding("missing-column", WHERE, f"{name!r} is permitted and absent"))
    return findings + _groups(columns, rows, permit)


def _groups(columns: list[str], rows: list[Row], permit: Permit) -> list[Finding]:
    """Every combination of quasi-identifiers, blank counting as a value, has k people or more."""
    quasi = [name for name in columns if name in permit.quasi_identifiers]
    groups = Counter(tuple(row[name] for name in quasi) for row in rows)
    small = [
        size
        for shown, size in groups.items()
        if size < permit.k and not (len(rows) < permit.k and set(shown) == {None})
    ]
    if quasi and small:
        what = f"{len(small)} groups of fewer than {permit.k} people, the smallest of {min(small)}"
        return [Finding("k-broken", WHERE, what)]
    return []


def wrong_coordinates(
    columns: list[str], rows: list[Row], source: list[Row], behind: Candidates, permit: Permit
) -> list[Finding]:
    """Whether some column holds, under another name, what identifies people in the source."""
    by_name = {str(row[permit.id_column]): row for row in source}
    findings = []
    for name in columns[1:]:
        for secret in (*permit.coordinates, *permit.ids):
            same = sum(
                1
                for row in rows
                for person in behind.get(str(row[columns[0]]), ())
                if row[name] is not None and row[name] == by_name[person].get(secret)
            )
            if 2 * same > len(rows):
                findings.append(Finding("identifier-renamed", WHERE, f"{name!r} is {secret!r}"))
    return findings


def wrong_categories(columns: list[str], permit: Permit) -> list[Finding]:
    """Whether every category of what is released is among the cells that people were judged by."""
    used = {permit.columns[name] for name in columns if name in permit.columns} | {"genomic"}
    return [
        Finding("category-not-asked", "package", f"{category} data, and no cell of the permit")
        for category in sorted(used - permit.categories)
    ]
