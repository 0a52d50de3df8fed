"""The house keeps its own promises: small rooms, clear layers, reasons, true documents.

The files looked at are those of the tree, tracked or not: what is half written here would land.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.generated_documents import outdated

CHECKOUT = Path(__file__).resolve().parents[1]
ROOMS = [
    CHECKOUT / name for name in ("governance", "portal", "graph", "migrations", "tests", ".ci")
]
MADE_BY_TOOLS = {"versions", "generated"}
"""Folders that Alembic and the generator of the partners' client write: read by nobody in whole."""
PYTHON = sorted(
    path for room in ROOMS for path in room.rglob("*.py") if path.parent.name not in MADE_BY_TOOLS
)
TEXTS = sorted(
    path
    for path in [
        *CHECKOUT.glob("*"),
        *(p for r in [*ROOMS, CHECKOUT / "docs"] for p in r.rglob("*")),
    ]
    if path.is_file()
    and not path.name.startswith((".coverage", ".git"))
    and path.suffix in {"", ".py", ".md", ".toml", ".csv", ".lock", ".mako"}
)
MOST_LINES, MOST_LINES_OF_A_FUNCTION, MEDIAN_LINES = 250, 40, 100
UNFINISHED = re.compile(
    r"\b(TO" r"DO|FIX" r"ME|XX" r"X|NotImplemented" r"Error|not imple" r"mented)\b"
)
ONE_MACHINE = re.compile(r"(?<![\w.])/(?:media|mnt|root|srv|Users|work)/")
UNKNOWN_HERE = re.compile(r"\b(?:DESIGN" r" \d|(?:DESIGN|SPEED|STACK|STYLE|PEERS)" r"\.md)")
"""Papers that a reader of the checkout does not have."""
INVITATIONS = ("governance", "governance/policy", "governance/storage", "portal", "tests")
"""Folders whose first line tells a newcomer what may be changed there (see CONTRIBUTING.md)."""


def name(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def test_every_file_can_be_read_in_one_sitting() -> None:
    lines = {name(path): path.read_text(encoding="utf-8").count("\n") for path in PYTHON}
    assert {file: size for file, size in lines.items() if size > MOST_LINES} == {}
    assert median(lines.values()) < MEDIAN_LINES


def test_every_function_fits_on_one_screen() -> None:
    sizes = {
        f"{name(path)}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in PYTHON
        for function in functions(path)
    }
    assert {where: n for where, n in sizes.items() if n > MOST_LINES_OF_A_FUNCTION} == {}


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{name(path)}:{number} {line.strip()}"
        for path in PYTHON
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert found == []


def test_no_file_names_a_path_of_one_machine() -> None:
    assert [name(p) for p in TEXTS if ONE_MACHINE.search(p.read_text(encoding="utf-8"))] == []


def test_no_file_sends_a_reader_to_a_paper_that_is_not_here() -> None:
    texts = [path for path in TEXTS if UNKNOWN_HERE.search(path.read_text(encoding="utf-8"))]
    assert [name(path) for path in texts] == []


def test_every_folder_of_code_says_what_it_is() -> None:
    folders = {path.parent for path in PYTHON if path.parent != CHECKOUT / ".ci"}
    silent = [
        name(folder)
        for folder in sorted(folders)
        if not (folder / "__init__.py").is_file()
        or not ast.get_docstring(tree(folder / "__init__.py"))
    ]
    assert silent == []


@pytest.mark.parametrize("folder", INVITATIONS)
def test_the_first_line_of_a_room_says_what_a_newcomer_may_change(folder: str) -> None:
    said = ast.get_docstring(tree(CHECKOUT / folder / "__init__.py")) or ""
    assert "You may " in said


def test_every_dependency_has_its_reason() -> None:
    project = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.")[0]
    dependencies = re.findall(r'^    "[^"]+",.*$', project, re.MULTILINE)
    assert len(dependencies) > 10
    assert [line for line in dependencies if not re.search(r'",\s+# \w.{5,}', line)] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock", ".ci/client.lock"])
def test_a_lock_pins_and_hashes_everything_and_names_no_address(lock: str) -> None:
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    pins = re.findall(
        r"^[\w.-]+(?:\[[\w,-]+\])?==\S+(?: ; .*)? \\\n    --hash=sha256:[0-9a-f]{64}",
        text,
        re.MULTILINE,
    )
    assert len(pins) == len(re.findall(r"^\S", text, re.MULTILINE))
    assert "://" not in text


def test_the_lock_of_the_tests_holds_everything_that_runs() -> None:
    run, dev = (
        set(re.findall(r"^[\w.-]+\S*==\S+", (CHECKOUT / lock).read_text("utf-8"), re.MULTILINE))
        for lock in ("requirements.lock", "requirements-dev.lock")
    )
    assert run <= dev


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = Counter(path.name[:4] for path in (CHECKOUT / "docs" / "adr").glob("*.md"))
    assert sorted(numbers) == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    assert set(numbers.values()) == {1}


def test_the_layers_of_the_house_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    said = subprocess.run([linter, "--no-cache"], capture_output=True, text=True, cwd=CHECKOUT)
    assert said.returncode == 0, said.stdout + said.stderr


def test_the_generated_documents_say_what_the_code_says() -> None:
    assert outdated() == [], "write them with `make documents`"
