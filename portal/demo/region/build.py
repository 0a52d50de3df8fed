"""The region of the demo, from its founding some years ago until now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from governance.service.due import do_due
from governance.service.house import House
from governance.service.importing import import_acts, import_people, import_relations
from governance.service.people import people_named
from portal.demo.cast import Cast, StoryClock, appoint, publish_sheet
from portal.demo.files_of_act import ISSUER, SEED, generated
from portal.demo.people import region_of
from portal.demo.region.builder import Builder, Region
from portal.demo.region.households import NEIGHBOURS, households, joined
from portal.demo.region.past import past
from portal.demo.region.present import present
from portal.demo.story import SHEETS_BEFORE, import_datasets
from portal.demo.studies import CARDIOMETABOLIC

FOUNDED_BEFORE, BROUGHT_IN_BEFORE = timedelta(days=1500), 50
Tell = Callable[[str], None]
CHAPTERS = ("people", "past", "present", "due")
"""What ``build`` tells of, in this order."""


async def build(
    house: House, clock: StoryClock, folder: Path, *, people: int, now: datetime, tell: Tell
) -> Region:
    """Found the programme, bring in its people, and let fifty days of work pass until ``now``.

    ``clock`` is the house's, some years before. ``tell`` hears the name of each chapter.
    """
    cast = Cast(house, clock)
    builder = Builder(cast, now, generated(folder, people), Region(cast))
    await appoint(cast)
    for major, days in enumerate(SHEETS_BEFORE, 1):
        builder.on(days)
        await publish_sheet(cast, major)
    tell("people")
    await _bring_in(builder, builder.on(BROUGHT_IN_BEFORE))
    wanted = await import_datasets(cast, builder.files)
    tell("past")
    await past(builder, wanted)
    tell("present")
    await present(builder, wanted)
    tell("due")
    await do_due(house)
    return builder.region


async def _bring_in(builder: Builder, today: date) -> None:
    files, sheet = builder.files, builder.cast.sheet
    first, rest = files.names[: len(NEIGHBOURS)], files.names[len(NEIGHBOURS) :]
    name = CARDIOMETABOLIC.name
    region = joined(
        households(first, today=today, study=name, sheet=sheet),
        region_of(rest, seed=SEED, today=today, study=name, sheet=sheet),
    )
    region.write(files.csv)
    desk, house = builder.cast.by("desk"), builder.cast.house
    await import_people(house, files.csv / "people.csv", issuer=ISSUER, by=desk)
    await import_relations(house, files.csv / "relations.csv", issuer=ISSUER, by=desk)
    await import_acts(house, files.csv / "acts.csv", issuer=ISSUER, by=desk)
    known = await people_named(house, ISSUER, first)
    builder.region.neighbours = {
        one.key: known[sample] for one, sample in zip(NEIGHBOURS, first, strict=True)
    }
