"""A few people, what they say in a line each, and what the checker makes of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from tests.checker.allowed import Judge
from tests.checker.permit import read_permit
from tests.checker.region import read_region

AS_OF = datetime(2026, 5, 1, 10, tzinfo=UTC)
CELL = "scientific-research:genomic:public-research"
PERMIT = {
    "cells": [CELL],
    "issued_at": "2026-04-01T09:00:00Z",
    "columns": {},
    "study": "S",
    "place": "eu-eea",
    "sheets": {"sheet": {"major": 2, "genetic": [2]}},
}
PEOPLE = """person,given_name,family_name,sex,birth_date,death_date,municipality,language,protected
ane,,,female,1980-01-01,,,es,
kid,,,male,2015-01-01,,,es,
teen,,,male,2010-05-02,,,es,
grown,,,male,2008-05-01,,,es,
dead,,,male,1940-01-01,2026-02-10,,es,
frail,,,female,1940-01-01,,,es,yes
bro,,,male,1982-01-01,,,es,
"""
RELATIONS = """person,other,kind,since,until
ane,kid,parent-of,2015-01-01,
bro,kid,parent-of,2015-01-01,
ane,teen,guardian-of,2012-01-01,
bro,grown,parent-of,2008-05-01,
ane,frail,support-of,2020-01-01,2026-05-01
bro,ane,sibling-of,1980-01-01,
"""
ACTS = (
    "at,person,act,cells,says,capacity,by,channel,sheet,sheet_version,language,effective_at,"
    "valid_until,study,reach,minor_took_part"
)


def act(day: str, person: str, kind: str, **more: str) -> str:
    """A line of the acts file, at noon of a day of 2026."""
    at = f"2026-{day}T12:00:00Z"
    row = {"at": at, "person": person, "act": kind, "capacity": "self", "effective_at": at, **more}
    return ",".join(row.get(name, "") for name in ACTS.split(","))


def says(day: str, person: str, word: str, **more: str) -> str:
    """An answer about everything, under the sheet in force unless told otherwise."""
    return act(
        day,
        person,
        "choice",
        **{"cells": "all", "says": word, "sheet": "sheet", "sheet_version": "2.0", **more},
    )


def study(day: str, person: str, word: str, **more: str) -> str:
    """An answer to the permit's own study."""
    told = {"says": word, "study": "S", "sheet": "sheet", "sheet_version": "2.0", **more}
    return act(day, person, "study", **told)


PARENT = {"capacity": "parent"}
GUARD = {"capacity": "guardian", "by": "ane"}
REACH = act("01-02", "ane", "reach", reach="eu-eea")
YES = [says("01-02", "ane", "allow"), REACH]


def reach(person: str, **more: str) -> str:
    return act("01-03", person, "reach", reach="worldwide", **more)


def why_not(
    folder: Path, person: str, acts: list[str], when: datetime, **permit: object
) -> str | None:
    """What the checker says about a person."""
    files = {"people": PEOPLE, "relations": RELATIONS, "acts": "\n".join([ACTS, *acts]) + "\n"}
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "permit.json").write_text(json.dumps({**PERMIT, **permit}), encoding="utf-8")
    paths = [folder / f"{name}.csv" for name in files]
    region = read_region(paths[0], paths[1], paths[2], when)
    return Judge(region, read_permit(folder / "permit.json"), when).why_not(person)
