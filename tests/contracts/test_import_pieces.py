"""A batch is decided piece by piece while what came before is written: all of it, or none."""

from __future__ import annotations

from typing import Any

import pytest

from governance.service.batches import decide_batch
from governance.service.importing import import_people, run
from governance.service.rebuild import rebuild_read_models
from governance.storage.verification import verify
from tests.contracts.office import ISSUER, Office, people

HOW_MANY = 25


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several batches, of several pieces each."""
    monkeypatch.setattr(run, "LINES_IN_BATCH", 10)
    monkeypatch.setattr(run, "DECIDED_AT_ONCE", 3)


async def test_every_piece_is_entered_once_and_in_order(office: Office) -> None:
    names = [f"P{number}" for number in range(HOW_MANY)]
    path = office.file("people.csv", people(names))
    before, _, _ = await office.seen()
    report = await import_people(office.house, path, issuer=ISSUER, by=office.desk)
    size, rows, _ = await office.seen()
    assert (report.entries, report.lines) == (HOW_MANY, HOW_MANY)
    assert (size, rows["citizens"]) == (before + HOW_MANY, HOW_MANY)
    async with office.house.database.reading() as session:
        assert (await verify(session, keys={})).findings == ()
    assert await rebuild_read_models(office.house)


@pytest.mark.parametrize("piece", [2, 4])
async def test_a_fault_in_one_piece_leaves_nothing_of_the_batch(
    office: Office, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.file("people.csv", people(f"P{number}" for number in range(10)))
    seen, decide, calls = await office.seen(), decide_batch, 0

    async def broken(*asked: Any, **more: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == piece:
            raise OSError("while the piece before it is being written")
        return await decide(*asked, **more)

    monkeypatch.setattr(run, "decide_batch", broken)
    with pytest.raises(OSError, match="being written"):
        await import_people(office.house, path, issuer=ISSUER, by=office.desk)
    assert await office.seen() == seen

    monkeypatch.setattr(run, "decide_batch", decide)
    report = await import_people(office.house, path, issuer=ISSUER, by=office.desk)
    assert (report.resumed_at, report.entries) == (0, 10)
