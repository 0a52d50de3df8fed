"""The outside checker passes on what our extraction makes, and names what was tampered with."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checker import check_release
from tests.checker.contents import read_source_table, read_variants
from tests.checker.packages import (
    Lines,
    Sources,
    change_table,
    change_variants,
    make_package,
    make_sources,
    pseudonym,
    seal,
)

Rows = list[dict[str, str | None]]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    """One region for all tests; nothing changes it."""
    return make_sources(tmp_path_factory.mktemp("region"))


@pytest.fixture(scope="module")
def good(sources: Sources, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One package as it should be."""
    package = tmp_path_factory.mktemp("good") / "package"
    make_package(sources, package, sources.allowed())
    return package


@pytest.fixture
def package(good: Path, tmp_path: Path) -> Path:
    """A copy to tamper with."""
    return Path(shutil.copytree(good, tmp_path / "package"))


def findings(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> dict[str, set[str]]:
    """What the checker found: codes, and the files where they were seen."""
    code = check_release.main(sources.command(package))
    seen: dict[str, set[str]] = {}
    for line in capsys.readouterr().out.splitlines():
        kind, where, _ = line.split(": ", 2)
        seen.setdefault(kind, set()).add(where)
    assert code == (1 if seen else 0)
    return seen


def test_our_own_package_passes(
    sources: Sources, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert findings(sources, good, capsys) == {}


def test_it_runs_by_itself(sources: Sources, good: Path) -> None:
    command = [sys.executable, "-m", "tests.checker.check_release", *sources.command(good)]
    assert subprocess.run(command, check=False, cwd=Path(__file__).parents[2]).returncode == 0


def test_the_checker_imports_nothing_of_what_it_checks() -> None:
    ours = {"test_check_release.py", "packages.py"}
    for path in sorted(Path(__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in getattr(node, "names", []) if type(node) is ast.Import]
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            imported = {name.partition(".")[0] for name in names}
            assert path.name in ours or not imported & {"governance", "portal", "graph"}


def test_an_extra_person_is_found(
    sources: Sources, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    allowed = sources.allowed()
    make_package(sources, tmp_path / "p", {*allowed, min(set(sources.names) - allowed)})
    assert findings(sources, tmp_path / "p", capsys)["extra-person"] == {"variants", "table"}


def test_a_missing_person_is_found(
    sources: Sources, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    allowed = sources.allowed() & set(sources.names)
    make_package(sources, tmp_path / "p", allowed - {min(allowed)})
    assert findings(sources, tmp_path / "p", capsys)["missing-person"] == {"variants", "table"}


def test_an_id_in_a_header_is_found(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(header: list[str], rest: Lines) -> None:
        header.append(f'##ALT=<ID=DEL,Description="as in {sources.names[3]}">')

    change_variants(package, change)
    assert findings(sources, package, capsys) == {"id-in-header": {"variants"}}


def test_a_stale_count_is_found(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(header: list[str], rest: Lines) -> None:
        rest[5][7] = rest[5][7].replace("AC=", "AC=9")

    change_variants(package, change)
    assert findings(sources, package, capsys) == {"stale-count": {"variants"}}


def test_a_site_that_only_excluded_people_carry_is_found(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = tampering_with_a_site_of_others(sources, package)
    change_variants(package, theirs)
    assert findings(sources, package, capsys) == {"nobody-carries": {"variants"}}


def tampering_with_a_site_of_others(
    sources: Sources, package: Path
) -> Callable[[list[str], Lines], None]:
    """Put a site of the source back that nobody in the package carries, with honest counts."""
    source = read_variants(sources.variants)
    kept = {site.position for site in read_variants(package / "variants.vcf.gz").sites}
    site = next(one for one in source.sites if one.position not in kept and len(one.alternates) < 2)

    def change(header: list[str], rest: Lines) -> None:
        people = len(rest[0]) - 9
        counts = f"AC=0;AN={2 * people};AF=0;NS={people}"
        where = ["1", str(site.position), site.id, site.reference, site.alternates[0]]
        rest.append([*where, ".", "PASS", counts, "GT", *["0|0"] * people])
        rest[1:] = sorted(rest[1:], key=lambda cells: int(cells[1]))

    return change


def test_source_order_is_found(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = {pseudonym(name): number for number, name in enumerate(sources.names)}

    def change(header: list[str], rest: Lines) -> None:
        order = sorted(range(9, len(rest[0])), key=lambda at: place[rest[0][at]])
        for cells in rest:
            cells[9:] = [cells[at] for at in order]

    change_variants(package, change)
    change_table(package, lambda rows: rows.sort(key=lambda row: place[str(row["pseudonym"])]))
    assert findings(sources, package, capsys) == {"source-order": {"variants", "table"}}


def test_broken_anonymity_is_found(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = ("Sex", "Ethnic background-0.0", "Country of birth (UK/elsewhere)-0.0")
    source = {pseudonym(str(row["Subject id"])): row for row in read_source_table(sources.table)}

    def change(rows: Rows) -> None:
        blanked = next(row for row in rows if None in [row[name] for name in columns])
        for name in columns:
            blanked[name] = str(source[str(blanked["pseudonym"])][name])

    change_table(package, change)
    assert findings(sources, package, capsys) == {"k-broken": {"table"}}


def test_swapped_pseudonyms_are_found(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(rows: Rows) -> None:
        mine, hers = dict(rows[1]), dict(rows[2])
        rows[1] = {**hers, "pseudonym": mine["pseudonym"]}
        rows[2] = {**mine, "pseudonym": hers["pseudonym"]}

    change_table(package, change)
    assert findings(sources, package, capsys) == {"pseudonyms-disagree": {"package"}}


def test_ids_under_the_name_of_a_permitted_column_are_found(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = {
        pseudonym(str(row["Subject id"])): row["eid"] for row in read_source_table(sources.table)
    }

    def change(rows: Rows) -> None:
        for row in rows:
            row["Ever smoked-0.0"] = str(ids[str(row["pseudonym"])])

    change_table(package, change)
    seen = findings(sources, package, capsys)
    assert seen.keys() == {"id-in-table", "id-in-bytes", "unknown-row", "missing-person"}


def test_a_file_that_the_manifest_does_not_know_is_found(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / "notes.txt").write_text("hello")
    assert findings(sources, package, capsys) == {"file-unknown": {"manifest"}}
    seal(package)
    (package / "notes.txt").write_text("changed")
    assert findings(sources, package, capsys) == {"hash-differs": {"manifest"}}


def test_a_wrong_total_is_found(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = package / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"people": ', '"people": 1'))
    assert findings(sources, package, capsys) == {"total-wrong": {"manifest"}}


def test_what_cannot_be_read_is_told_in_one_line(
    sources: Sources, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / "table.parquet").write_bytes(b"not a table")
    assert check_release.main(sources.command(package)) == 2
    assert capsys.readouterr().err.count("\n") == 1
