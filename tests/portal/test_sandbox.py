"""The sandbox is made anew by one command, which touches nothing but the demo's own."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from portal.cli.main import app
from portal.cli.sandbox import forget, is_of_the_demo
from portal.demo.site import Site
from tests.portal.sign_in.servers import listening


def port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def demo_in(folder: Path) -> Path:
    """What a demo that has run leaves there, its region aside."""
    Site(folder, "http://127.0.0.1:8", "http://127.0.0.1:9").provider()
    (folder / "baimena.sqlite").write_bytes(b"what was done")
    (folder / "data").mkdir()
    (folder / "data" / "package").write_bytes(b"delivered")
    (folder / "region-is-ready").touch()
    return folder


def test_a_new_region_stands_where_the_last_one_was(tmp_path: Path) -> None:
    folder = demo_in(tmp_path / "demo")
    keys = {one.name: one.read_bytes() for one in (folder / "programs").iterdir()}
    ports = ["--port", port(), "--identity-port", port()]
    command = ["sandbox", "reset", "--folder", str(folder), "--people", "100", *ports]
    said = CliRunner().invoke(app, command, catch_exceptions=False)
    assert said.exit_code == 0
    assert "The sandbox is new" in said.stdout
    assert (folder / "region-is-ready").read_text(encoding="utf-8") == '{"people": 100}'
    assert (folder / "baimena.sqlite").read_bytes()[:6] == b"SQLite"
    assert keys == {one.name: one.read_bytes() for one in (folder / "programs").iterdir()}


def test_nothing_is_left_but_the_keys_of_programs(tmp_path: Path) -> None:
    folder = demo_in(tmp_path / "demo")
    forget(folder)
    left = {one.name for one in folder.iterdir()}
    assert left == {"secret", "oidc-client.json", "programs"}
    assert is_of_the_demo(folder)


def test_what_is_not_the_demos_is_not_touched(tmp_path: Path) -> None:
    theirs = tmp_path / "var"
    theirs.mkdir()
    database = theirs / "baimena.sqlite"
    database.write_bytes(b"the programme's own")
    said = CliRunner().invoke(app, ["sandbox", "reset", "--folder", str(theirs)])
    assert said.exit_code != 0
    assert "not the demo's" in str(said.exception)
    assert database.read_bytes() == b"the programme's own"
    assert not is_of_the_demo(database)
    assert is_of_the_demo(tmp_path / "nothing yet")


def test_a_demo_that_runs_is_not_pulled_away(tmp_path: Path) -> None:
    folder = demo_in(tmp_path / "demo")
    with listening() as taken:
        taken.listen()
        used = str(taken.getsockname()[1])
        command = ["sandbox", "reset", "--folder", str(folder), "--port", used]
        said = CliRunner().invoke(app, [*command, "--identity-port", port()])
    assert "is in use" in str(said.exception)
    assert (folder / "baimena.sqlite").read_bytes() == b"what was done"


@pytest.mark.parametrize("people", ["0", "99"])
def test_a_region_has_people(tmp_path: Path, people: str) -> None:
    folder = demo_in(tmp_path / "demo")
    command = ["sandbox", "reset", "--folder", str(folder), "--people", people]
    assert CliRunner().invoke(app, command).exit_code == 2
    assert (folder / "baimena.sqlite").exists()
