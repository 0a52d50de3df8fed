"""A package is whole or not there; a start finishes or clears; a recipient sees any change."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from governance.extraction.manifest import TableTotals
from governance.extraction.package import (
    MANIFEST,
    SIGNATURE,
    TABLE,
    Settled,
    building,
    building_folder,
    clear,
    deliver,
    is_whole,
    settle,
)
from governance.extraction.verification import verify_package
from governance.refusals import Refused
from tests.extraction.packages import PUBLIC, RELEASE, STEPS, build

NOTHING = Settled((), (), ())


@pytest.fixture
def parent(tmp_path: Path) -> Path:
    return tmp_path / "packages"


def test_a_package_handed_over_verifies_with_the_public_key_alone(parent: Path) -> None:
    package_hash = build(parent)
    assert verify_package(parent / RELEASE, PUBLIC) == package_hash
    assert {path.name for path in parent.iterdir()} == {RELEASE}
    assert {p.name for p in (parent / RELEASE).iterdir()} == {TABLE, MANIFEST, SIGNATURE}


def test_two_builds_of_the_same_release_are_the_same_package(parent: Path) -> None:
    assert build(parent) == build(parent.with_name("again"))


def test_the_manifest_tells_totals_and_nothing_else(parent: Path) -> None:
    build(parent)
    said = json.loads((parent / RELEASE / MANIFEST).read_bytes())
    assert (said["release"], said["permit"]) == (RELEASE, "permit-7")
    assert (said["position"], said["time"]) == (41, "2026-03-01T09:00:00.000000Z")
    assert (said["people"], said["table"]["rows"], said["table"]["k"]) == (20, 20, 5)
    assert said.keys() == {
        *("format", "release", "permit", "position", "time", "rules"),
        *("people", "table", "files"),
    }


@pytest.mark.parametrize(("blanked", "told"), [(0, 0), (1, None), (9, None), (10, 10)])
def test_a_loss_of_fewer_than_ten_cells_is_not_told(blanked: int, told: int | None) -> None:
    totals = TableTotals(
        rows=90, columns=("x",), k=5, quasi_identifiers=("x",), cells_blanked=blanked
    )
    assert totals.plain()["cells_blanked"] == told


def test_the_folder_is_private_while_it_is_built(parent: Path) -> None:
    with building(parent, RELEASE) as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert not (parent / RELEASE).exists()


def fail_at(step: str) -> Callable[[str], None]:
    """A disk that fails at a step."""

    def told(reached: str) -> None:
        if reached == step:
            raise OSError("disk")

    return told


def test_what_fails_before_sealing_leaves_nothing(parent: Path) -> None:
    with pytest.raises(OSError, match="disk"):
        build(parent, fail_at("extracted"))
    assert not list(parent.iterdir())


def test_what_fails_after_sealing_waits_for_what_the_ledger_says(parent: Path) -> None:
    with pytest.raises(OSError, match="disk"):
        build(parent, fail_at("sealed"))
    assert building_folder(parent, RELEASE).exists()
    assert settle(parent, {}) == Settled((), (RELEASE,), ())
    assert not list(parent.iterdir())


def test_only_the_files_of_the_manifest_can_be_sealed(parent: Path) -> None:
    def add(step: str) -> None:
        if step == "extracted":
            (building_folder(parent, RELEASE) / "notes.txt").write_text("left over")

    with pytest.raises(Refused, match="package-incomplete"):
        build(parent, add)
    assert not list(parent.iterdir())


def test_one_process_at_a_time_builds_a_release(parent: Path) -> None:
    with building(parent, RELEASE) as folder:
        (folder / TABLE).write_bytes(b"half")
        with pytest.raises(Refused, match="package-being-built"), building(parent, RELEASE):
            pass
        assert settle(parent, {}) == NOTHING
        assert (folder / TABLE).exists()


def test_a_folder_taken_away_while_its_lock_was_awaited_is_not_ours(
    parent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    truly = fcntl.flock

    def clear_first(handle: int, how: int) -> None:
        clear(parent, RELEASE)
        truly(handle, how)

    monkeypatch.setattr(fcntl, "flock", clear_first)
    with pytest.raises(Refused, match="package-being-built"), building(parent, RELEASE):
        pass


def test_what_was_handed_over_is_never_built_again(parent: Path) -> None:
    build(parent)
    with pytest.raises(Refused, match="package-exists"):
        build(parent)


def test_handing_over_twice_changes_nothing_and_needs_a_seal(parent: Path) -> None:
    with building(parent, RELEASE), pytest.raises(Refused, match="package-incomplete"):
        deliver(parent, RELEASE)
    clear(parent, RELEASE)
    clear(parent, RELEASE)
    build(parent)
    assert deliver(parent, RELEASE) == parent / RELEASE


def test_a_missing_rename_is_finished_at_the_next_start(parent: Path) -> None:
    package_hash = build(parent, hand_over=False)
    assert settle(parent, {RELEASE: package_hash}) == Settled((RELEASE,), (), ())
    assert verify_package(parent / RELEASE, PUBLIC) == package_hash
    assert settle(parent, {RELEASE: package_hash}) == NOTHING


def test_a_folder_that_is_not_what_the_ledger_speaks_of_is_cleared_and_missed(parent: Path) -> None:
    package_hash = build(parent, hand_over=False)
    table = building_folder(parent, RELEASE) / TABLE
    table.chmod(0o600)
    table.write_bytes(b"damaged")
    assert settle(parent, {RELEASE: package_hash}) == Settled((), (RELEASE,), (RELEASE,))
    assert not is_whole(parent / RELEASE, package_hash)


def test_a_start_leaves_alone_what_is_not_ours_or_is_gone(parent: Path) -> None:
    (parent / "notes").mkdir(parents=True)
    building_folder(parent, RELEASE).symlink_to(parent / "gone")
    assert settle(parent, {}) == NOTHING
    assert len(list(parent.iterdir())) == 2


@pytest.mark.parametrize("release_id", ["", "..", "../" + "a" * 32, "A" * 32])
def test_a_release_id_is_never_a_path(parent: Path, release_id: str) -> None:
    with pytest.raises(ValueError, match="release id"):
        building_folder(parent, release_id)


def _kill(parent: Path, step: str) -> None:
    """Build in a process of its own, and kill it at the step."""
    command = [sys.executable, "-m", "tests.extraction.packages", str(parent), step]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_step_leaves_a_whole_package_or_none(parent: Path, step: str) -> None:
    parent.mkdir()
    _kill(parent, step)
    package_hash = build(parent.with_name("again"))
    assert (parent / RELEASE).exists() == (step == "delivered")
    said = {RELEASE: package_hash} if step in ("sealed", "delivered") else {}
    settle(parent, said)
    assert {path.name for path in parent.iterdir()} == set(said)
    for _ in said:
        assert verify_package(parent / RELEASE, PUBLIC) == package_hash


def test_a_killed_build_can_be_built_again(parent: Path) -> None:
    parent.mkdir()
    _kill(parent, "extracted")
    assert os.listdir(parent) == [f".{RELEASE}.building"]
    package_hash = build(parent)
    assert verify_package(parent / RELEASE, PUBLIC) == package_hash
