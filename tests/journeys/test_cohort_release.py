"""The release of the real cohort, judged by the outside checker from the files alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from governance.service.house import open_house
from governance.service.preparation import Delivered
from governance.vocabulary.purposes import Reach
from portal.demo.cast import Cast, StoryClock
from portal.demo.descriptors import category_of
from portal.demo.files_of_act import ActFiles, generated, of_cohort
from portal.demo.story import act
from portal.demo.study import CELLS, STUDY
from tests.checker.check_release import main

TODAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
UNDER_EHDS = datetime(2031, 4, 1, 9, tzinfo=UTC)


async def the_story(
    database_url: str, folder: Path, files: ActFiles, at: datetime
) -> tuple[Cast, dict[str, list[Any]]]:
    """Play one act, and keep what came of each scene."""
    clock = StoryClock(at - timedelta(days=1500))
    house = open_house(
        database_url, keys=folder / "keys", secret="x" * 20, data=folder / "data", clock=clock
    )
    scenes: dict[str, list[Any]] = {}
    cast = Cast(house, clock)
    try:
        await act(cast, files, at, lambda name, what: scenes.setdefault(name, []).append(what))
    finally:
        await house.database.close()
    return cast, scenes


def told_to_the_checker(folder: Path, files: ActFiles, sheet: str, issued_at: datetime) -> Path:
    """What somebody outside knows of the permit."""
    permit = {
        "cells": sorted(str(cell) for cell in CELLS),
        "issued_at": issued_at.isoformat(),
        "columns": {column: category_of(column).value for column in files.permitted},
        "study": STUDY,
        "place": Reach.EEA.value,
        "sheets": {sheet: {"major": 2, "genetic": [1, 2]}},
    }
    path = folder / "permit.json"
    path.write_text(json.dumps(permit), encoding="utf-8")
    return path


def checked(folder: Path, files: ActFiles, permit: Path, delivered: Delivered) -> int:
    """The exit code of the outside checker."""
    arguments = [delivered.folder, files.variants, files.table]
    arguments += [files.csv / f"{name}.csv" for name in ("people", "relations", "acts")]
    at = delivered.frozen.time.isoformat()
    return main([*map(str, arguments), "--permit", str(permit), "--as-of", at])


@pytest.mark.parametrize("at", [TODAY, UNDER_EHDS], ids=["today", "under-ehds"])
async def test_a_release_of_a_region_holds_exactly_those_who_allow_it(
    database_url: str, tmp_path: Path, at: datetime
) -> None:
    files = generated(tmp_path / "files", 200)
    cast, scenes = await the_story(database_url, tmp_path, files, at)
    (_, first), (_, second) = scenes["release"]
    permit = told_to_the_checker(tmp_path, files, cast.sheet, first.frozen.time)
    assert checked(tmp_path, files, permit, first) == 0
    assert checked(tmp_path, files, permit, second) == 1, "the files do not tell who changed later"
    assert [one.was_in for one in scenes["withdrew"]] == [True, False]
    # EHDS 71(3): an opt-out counts for permits issued after it; under the programme, at once
    assert [one.was_in for one in scenes["opted-out"]] == [at is UNDER_EHDS]
    assert first.people - second.people == (1 if at is UNDER_EHDS else 2)
    assert scenes["replay"][0].same


async def test_the_release_of_the_real_cohort_passes_the_outside_checker(
    shared: Path, database_url: str, tmp_path: Path
) -> None:
    files = of_cohort(shared / "data" / "cohort", tmp_path / "files")
    cast, scenes = await the_story(database_url, tmp_path, files, TODAY)
    (_, first), _ = scenes["release"]
    permit = told_to_the_checker(tmp_path, files, cast.sheet, first.frozen.time)
    assert first.considered == 2504
    assert checked(tmp_path, files, permit, first) == 0
