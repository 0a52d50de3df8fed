"""``baimena story``: the whole story on the terminal, twice: today, and under the EHDS in 2031."""

from __future__ import annotations

import asyncio
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from governance.refusals import MalformedInput
from governance.service.anchoring import sign_now
from governance.service.house import new_secret, open_house, system_clock
from governance.service.ledger_check import check_ledger, ledger_size
from portal.cli.narration import Narration
from portal.demo.cast import Cast, StoryClock
from portal.demo.files_of_act import ActFiles, generated, of_cohort
from portal.demo.story import act

ACT_TWO = datetime(2031, 4, 1, 9, tzinfo=UTC)
FOUNDED_BEFORE = timedelta(days=1500)
FEWEST_PEOPLE = 100


def story(
    cohort: Annotated[
        Path | None, typer.Option(help="Folder with a cohort: one .vcf.gz and one .tsv.gz.")
    ] = None,
    database: Annotated[
        str | None,
        typer.Option(help="An empty database for act one, e.g. postgresql://USER@HOST/NAME."),
    ] = None,
    people: Annotated[int, typer.Option(help="People of the synthetic region.")] = 600,
    folder: Annotated[Path, typer.Option(help="Where everything is written.")] = Path("var/story"),
) -> None:
    """Tell the whole story: choices, a request, a decision, a permit, a release, a withdrawal.

    Act one happens today, act two on 2031-04-01 under the EHDS, each in a database of its own.

    Examples: baimena story · baimena story --cohort DIR · baimena story --people 2000
    """
    if people < FEWEST_PEOPLE:
        reason = f"a region has at least {FEWEST_PEOPLE} people"
        raise MalformedInput(file="--people", line=None, reason=reason)
    if cohort is not None and not cohort.is_dir():
        raise MalformedInput(file=cohort.name, line=None, reason="no such folder")
    console = Console()
    asyncio.run(_tell(console, cohort, database, people, folder.resolve()))


async def _tell(
    console: Console, cohort: Path | None, database: str | None, people: int, folder: Path
) -> None:
    today = system_clock().replace(microsecond=0)
    acts = (("act-one", "Act one: today", today), ("act-two", "Act two: 2031, EHDS", ACT_TWO))
    for name, title, at in acts:
        home = folder / name
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(mode=0o700, parents=True)
        console.rule(title)
        first = name == "act-one"
        files = (
            of_cohort(cohort, home / "files")
            if cohort is not None and first
            else generated(home / "files", people)
        )
        url = database if database and first else f"sqlite:///{home / 'baimena.sqlite'}"
        await _play(console, url, home, files, at)
        console.print(f"Everything of this act lies in {home}", markup=False, highlight=False)


async def _play(console: Console, url: str, home: Path, files: ActFiles, at: datetime) -> None:
    clock = StoryClock(at - FOUNDED_BEFORE)
    secret = new_secret()
    house = open_house(url, keys=home / "keys", secret=secret, data=home / "data", clock=clock)
    try:
        await house.database.migrate()
        if await ledger_size(house):
            raise MalformedInput(file="--database", line=None, reason="this database is not empty")
        narration = Narration(console, house.database.dialect)
        with console.status("working"):
            await act(Cast(house, clock), files, at, narration.tell)
            (home / "checkpoint.note").write_text(await sign_now(house), encoding="utf-8")
            narration.tell("ledger", await check_ledger(house))
    finally:
        await house.database.close()
