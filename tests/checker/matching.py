"""Who is behind a pseudonym: found by what is in the files, as an attacker with the sources would.

Pseudonyms are keyed, so the checker cannot compute them. It compares genotypes with the source, and
rows with the source's rows; a blanked quasi-identifier fits every value.
"""

from __future__ import annotations

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


def compare(where: str, candidates: Candidates, expected: set[str]) -> list[Finding]:
    """Whether the package has exactly the people expected, each once."""
    taken: dict[str, str] = {}
    findings = []
    for name in sorted(candidates, key=lambda one: len(candidates[one])):
        if not candidates[name]:
            findings.append(Finding("unknown-row", where, f"{name} is nobody in the source"))
        elif not _assign(name, candidates, expected, taken, set()):
            findings.append(Finding("extra-person", where, f"{name} may not be in the package"))
    if absent := len(expected) - len(taken):
        findings.append(Finding("missing-person", where, f"{absent} who allow it are absent"))
    return findings


def _assign(
    name: str, candidates: Candidates, expected: set[str], taken: dict[str, str], seen: set[str]
) -> bool:
    """Find somebody for a pseudonym, moving others where people look alike (Kuhn's matching)."""
    fitting = (candidates[name] & expected) - seen
    if free := fitting - taken.keys():
        taken[min(free)] = name
        return True
    for person in fitting:
        if person not in seen:
            seen.add(person)
            if _assign(taken[person], candidates, expected, taken, seen):
                taken[person] = name
                return True
    return False


def agree(variants: Candidates, table: Candidates, *, same_people: bool) -> list[Finding]:
    """Whether a pseudonym is the same person in both files, and is in both if everybody is."""
    findings = []
    for name in sorted(variants.keys() & table.keys()):
        behind = variants[name], table[name]
        if all(behind) and not behind[0] & behind[1]:
            what = f"{name} is one person in one file and another in the other"
            findings.append(Finding("pseudonyms-disagree", "package", what))
    if same_people and (lonely := len(variants.keys() ^ table.keys())):
        what = f"{lonely} pseudonyms are in one file only"
        findings.append(Finding("pseudonyms-disagree", "package", what))
    return findings
