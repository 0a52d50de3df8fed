"""Checkpoints held outside: put there as the ledger grows, and the ledger is held against them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from governance.lives.consents.words import Says
from governance.lives.programme.keys import KeyKind
from governance.merkle import Checkpoint, sign_note
from governance.service.due import SIGNED, do_due
from governance.service.house import House
from governance.service.ledger_check import check_ledger, ledger_size
from governance.settings import UnusableSettings
from governance.storage.verification import Finding
from tests.views.household import GENOMIC, Household


def anchored(home: Household, folder: Path) -> House:
    return replace(home.cast.house, checkpoints=folder, ledger_name="navarre.example/ledger")


def signed_elsewhere(house: House, size: int) -> str:
    """What we would have signed, had the ledger been another."""
    key = house.keys.ensure_signing(KeyKind.CHECKPOINT)
    other = Checkpoint(house.ledger_name, size, b"\1" * 32)
    return sign_note(other, name=house.ledger_name, public_key=key.public, sign=key.sign)


async def test_the_newest_checkpoint_is_put_outside_whenever_the_ledger_has_grown(
    home: Household, tmp_path: Path
) -> None:
    house = anchored(home, tmp_path / "elsewhere" / "notes")
    done = [await do_due(house), await do_due(house)]
    size = await ledger_size(house)
    await home.says("ane", Says.ALLOW, GENOMIC)
    done.append(await do_due(house))

    notes = {
        path.name: path.read_text("utf-8") for path in (tmp_path / "elsewhere/notes").iterdir()
    }
    assert [one[SIGNED] for one in done] == [1, 0, 1]
    assert notes.keys() == {f"{size}.note", f"{size + 1}.note"}
    assert {note.splitlines()[0] for note in notes.values()} == {"navarre.example/ledger"}
    found = await check_ledger(house)
    assert (found.anchored, found.findings) == (size + 1, ())


async def test_a_ledger_that_is_not_the_one_held_outside_is_found(
    home: Household, tmp_path: Path
) -> None:
    house = anchored(home, tmp_path)
    await do_due(house)
    size = await ledger_size(house)
    (tmp_path / "other.note").write_text(signed_elsewhere(house, 3), "utf-8")
    (tmp_path / "longer.note").write_text(signed_elsewhere(house, size + 5), "utf-8")
    (tmp_path / "strange.note").write_bytes(b"\xff not a note")

    found = await check_ledger(house)

    assert set(found.findings) == {
        Finding("root-differs", 3),
        Finding("cut-off", size + 5),
        Finding("checkpoint-not-ours", 0),
    }


async def test_a_folder_that_cannot_be_written_is_said_after_the_work_is_done(
    home: Household, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnusableSettings, match="BAIMENA_CHECKPOINTS.*cannot be written"):
        await do_due(anchored(home, tmp_path / "file"))
