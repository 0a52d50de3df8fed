"""The command line: help everywhere, one clear line on bad input, and the work of an operator."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from governance.vocabulary.people import Role
from portal.cli.lives import GROUPS
from portal.cli.main import app

COMMANDS = [
    "demo",
    "story",
    "serve",
    "token",
    "sandbox",
    "migrate",
    "import",
    "people",
    *GROUPS,
    "explain",
    "verify",
    "rebuild",
    "due",
    "webhooks",
    "keys",
]
STEWARD, DESK = "a" * 32, "b" * 32
HEADER = "person,given_name,family_name,sex,birth_date,death_date,municipality,language,protected\n"


def baimena(
    folder: Path,
    *words: str,
    operator: bool = True,
    client_key: Path | None = None,
    changed: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder of its own."""
    surroundings = {
        **os.environ,
        "BAIMENA_DATABASE_URL": f"sqlite:///{folder / 'baimena.sqlite'}",
        "BAIMENA_KEYS": str(folder / "keys"),
        "BAIMENA_DATA": str(folder / "data"),
        "BAIMENA_KEY_WRAPPING_SECRET": "a secret of the tests",
        "BAIMENA_OPERATOR": "1" if operator else "0",
        "BAIMENA_OIDC_CLIENT_KEY": str(client_key or folder / "client.json"),
        **(changed or {}),
    }
    program = "from portal.cli.main import main; main()"
    command = [sys.executable, "-c", program, *words]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)


def test_the_program_says_which_commands_it_has(tmp_path: Path) -> None:
    told = baimena(tmp_path, "--help")
    assert told.returncode == 0
    assert [command for command in COMMANDS if f" {command} " not in told.stdout] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    told = CliRunner().invoke(app, [command, "--help"])
    assert told.exit_code == 0
    assert "Usage: " in told.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("story", "--people", "3"),
        ("story", "--cohort", "nowhere"),
        ("token", "--as", "nobody"),
        ("token", "--as", "hospital", "--identity-port", "1"),
        ("permit", "do", "fly", "form.toml", "--as", DESK),
        ("permit", "do", "revoke-permit", "nowhere.toml", "--as", DESK),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(tmp_path: Path, words: tuple[str, ...]) -> None:
    told = baimena(tmp_path, *words)
    assert told.returncode == 2
    assert len(told.stderr.strip().splitlines()) == 1
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"BAIMENA_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, "cannot be reached"),
        ({"BAIMENA_DATABASE_URL": "sqlite:////nowhere/at/all.sqlite"}, "cannot be reached"),
        ({}, "`baimena migrate` makes them"),
        ({"BAIMENA_KEY_WRAPPING_SECRET": "another secret of the tests"}, "under another secret"),
        ({"BAIMENA_KEYS": str(Path(__file__).parent)}, "can be opened by others"),
    ],
)
def test_a_house_that_cannot_be_opened_is_one_line(
    tmp_path: Path, changed: dict[str, str], told: str
) -> None:
    if "BAIMENA_KEY_WRAPPING_SECRET" in changed:
        assert baimena(tmp_path, "migrate").returncode == 0
    found = baimena(tmp_path, "due", changed=changed)
    assert (found.returncode, len(found.stderr.strip().splitlines())) == (2, 1)
    assert told in found.stderr


def test_a_fault_that_nobody_foresaw_tells_its_kind_and_place_only(tmp_path: Path) -> None:
    assert baimena(tmp_path, "migrate").returncode == 0
    with closing(sqlite3.connect(tmp_path / "baimena.sqlite")) as database:
        database.execute("DROP TABLE ledger_tiles")
    found = baimena(tmp_path, "verify")
    assert found.returncode == 1
    assert re.fullmatch(r"broken: \w+ in \w+\.py:\d+\n", found.stderr)


def test_nobody_acts_for_another_on_a_terminal_that_is_not_the_operators(tmp_path: Path) -> None:
    form = tmp_path / "form.toml"
    form.write_text(f'permit_id = "{"c" * 32}"\nreason = "lost"\n', encoding="utf-8")
    words = ("permit", "do", "revoke-permit", str(form), "--as", DESK)
    told = baimena(tmp_path, *words, operator=False)
    assert (told.returncode, told.stderr.split()[0]) == (2, "not-the-operator")


def test_an_operator_sets_up_imports_verifies_and_rebuilds(tmp_path: Path) -> None:
    assert baimena(tmp_path, "migrate").returncode == 0
    people = tmp_path / "people.csv"
    people.write_text(f"{HEADER}P1,Ane,Erro,female,1980-02-29,,Baztan,eu,\n", encoding="utf-8")
    refused = baimena(tmp_path, "import", "people", str(people), "hospital", "--as", DESK, "--json")
    assert json.loads(refused.stdout)["refused"] == {"not-allowed": 1}
    assert baimena(tmp_path, "due").stdout.strip() == "nothing is due"
    assert json.loads(baimena(tmp_path, "rebuild", "--json").stdout) == {"same": True}
    note, lines = tmp_path / "today.note", tmp_path / "ledger.jsonl"
    told = baimena(tmp_path, "verify", "--checkpoint", str(note), "--export", str(lines), "--json")
    assert json.loads(told.stdout)["findings"] == []
    assert note.read_text(encoding="utf-8").startswith("baimena")
    assert Role.DESK.value not in told.stdout


def test_the_portals_key_is_made_once_and_its_public_half_is_told(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "client.json"
    told = baimena(tmp_path, "keys", "sign-in", client_key=file)
    assert told.returncode == 0
    public = json.loads(told.stdout)
    assert public.keys() >= {"kid", "x", "y"}
    assert "d" not in public
    assert json.loads(file.read_text(encoding="utf-8"))["kid"] == public["kid"]
    again = baimena(tmp_path, "keys", "sign-in", client_key=file)
    assert (again.returncode, again.stderr.split()[0]) == (2, "key-already-there")


def test_an_account_is_linked_by_a_steward_alone(tmp_path: Path) -> None:
    assert baimena(tmp_path, "migrate").returncode == 0
    words = ("people", "link", "https://id.example.org", "4711", "c" * 32, "--as", STEWARD)
    assert baimena(tmp_path, *words, operator=False).returncode == 2
    told = baimena(tmp_path, *words, "--json")
    assert json.loads(told.stdout)["rules"] == ["default"]
