"""Who is behind a pseudonym: found by what is in the files, as an attacker with the sources would.

Pseudonyms are keyed, so the checker cannot compute them. It compares genotypes with the source, and
rows with the source's rows; a blanked quasi-identifier fits every value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tests.checker.contents import Finding, Row, Variants
from tests.checker.permit import Permit

Candidates = dict[str, frozenset[str]]
"""For each pseudonym, the people of the source whose data look exactly so."""


def match_variants(package: Variants, source: Variants) -> tuple[Candidates, list[Finding]]:
    """Candidates by genotypes, and the sites that the source does not have."""
    origin = {
        (site.contig, site.position, site.reference, alternate): site
        for site in source.sites
        for alternate in site.alternates
    }
    findings: list[Finding] = []
    inside: list[list[str]] = []
    outside: list[list[str]] = []
    for site in package.sites:
        key = (site.contig, site.position, site.reference, site.alternates[0])
        found = origin.get(key)
        if found is None or not set(site.alternates) <= set(found.alternates):
            findings.append(Finding("unknown-site", "variants", f"{site} is not in the source"))
            continue
        inside.append(site.letters())
        outside.append(found.letters())
    people: dict[tuple[str, ...], set[str]] = {}
    for name, carried in zip(source.samples, zip(*outside, strict=True), strict=False):
        people.setdefault(carried, set()).add(name)
    shown = zip(package.samples, zip(*inside, strict=True), strict=False)
    return {name: frozenset(people.get(carried, ())) for name, carried in shown}, findings


def match_table(
    columns: list[str], rows: list[Row], source: list[Row], permit: Permit
) -> Candidates:
    """Candidates by the values of a row."""
    quasi = [name for name in columns if name in permit.quasi_identifiers]
    exact = [name for name in columns[1:] if name not in permit.quasi_identifiers]
    people: dict[tuple[object, ...], list[Row]] = {}
    for row in source:
        people.setdefault(tuple(row.get(name) for name in exact), []).append(row)
    found: Candidates = {}
    for row in rows:
        alike = people.get(tuple(row[name] for name in exact), [])
        fitting = [
            str(one[permit.id_column])
            for one in alike
            if all(row[name] is None or row[name] == one.get(name) for name in quasi)
        ]
        found[str(row[columns[0]])] = frozenset(fitting)
    return found


def compare(where: str, candidates: Candidates, expected: Iterable[str]) -> list[Finding]:
    """Whether the package has a row for exactly the people expected.

    People who look alike are told apart by their number only.
    """
    missing = set(expected)
    findings = []
    for name, people in sorted(candidates.items(), key=lambda one: len(one[1])):
        fitting = people & missing
        if fitting:
            missing.discard(min(fitting))
        elif people:
            findings.append(Finding("extra-person", where, f"{name} may not be in the package"))
        else:
            findings.append(Finding("unknown-row", where, f"{name} is nobody in the source"))
    if missing:
        findings.append(Finding("missing-person", where, f"{len(missing)} who allow it are absent"))
    return findings


def agree(variants: Candidates, table: Candidates, expected: set[str]) -> list[Finding]:
    """Whether a pseudonym is the same person in both files."""
    findings = []
    for name in sorted(variants.keys() & table.keys()):
        behind = variants[name], table[name]
        if all(behind) and not behind[0] & behind[1]:
            what = f"{name} is one person in one file and another in the other"
            findings.append(Finding("pseudonyms-disagree", "package", what))
    both = Counter({"variants": len(variants.keys() - table.keys())})
    both["table"] = len(table.keys() - variants.keys())
    for where, lonely in both.items():
        if lonely and expected:
            what = f"{lonely} pseudonyms are in this file only"
            findings.append(Finding("pseudonyms-disagree", where, what))
    return findings
