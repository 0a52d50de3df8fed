"""Malformed input is refused with file, line and reason, and leaves nothing behind."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from governance.refusals import MalformedInput, Refused
from governance.service.importing import (
    ImportReport,
    import_acts,
    import_people,
    import_relations,
)
from tests.contracts.office import HEADERS, ISSUER, Office, opts_out, parent_of, people

STEPS = {"people": import_people, "relations": import_relations, "acts": import_acts}
REGISTERED = tuple(f"P{number}" for number in range(2500))
"""More than one batch, so that something could be left behind."""
SOUND: dict[str, Callable[[str], str]] = {
    "people": lambda name: f"{name},Ane,Erro,female,1980-02-29,,Baztan,eu,",
    "relations": lambda name: parent_of(name, "P0" if name != "P0" else "P1"),
    "acts": opts_out,
}


def lines(kind: str) -> list[str]:
    """A sound file of this kind, with a line for each of 2,500 people, in lines."""
    prefix = "Q" if kind == "people" else "P"
    return [HEADERS[kind], *(SOUND[kind](f"{prefix}{number}") for number in range(2500))]


UNKNOWN = {
    "people": ("female", "none"),
    "relations": ("parent-of", "boss-of"),
    "acts": ("desk", "fax"),
}
"""A value of each kind of file, and one in its place that nobody knows."""
LATE = 2401
"""A line of the second batch: header and 2,399 sound lines come before it."""


def late(spoil: Callable[[str, str], str]) -> Callable[[str], str]:
    """A file whose only fault is in a late line; the fault may depend on the kind of file."""

    def spoilt(kind: str) -> str:
        sound = lines(kind)
        sound[LATE - 1] = spoil(kind, sound[LATE - 1])
        return "\n".join(sound) + "\n"

    return spoilt


def packed(kind: str) -> bytes:
    return gzip.compress("\n".join(lines(kind)).encode(), mtime=0)


Fault = tuple[str, Callable[[str], str | bytes], int | None, str]
FAULTS: dict[str, Fault] = {
    "truncated gzip": (".csv.gz", lambda kind: packed(kind)[:-200], None, "truncated"),
    "wrong header": (".csv", lambda kind: "patient" + HEADERS[kind], 1, "another header"),
    "no id column": (".csv", lambda kind: HEADERS[kind].replace("person,", ""), 1, "header"),
    "ragged row": (".csv", late(lambda _, line: line.rpartition(",")[0]), LATE, "ragged row"),
    "not UTF-8": (
        ".csv",
        lambda kind: late(lambda _, line: "é" + line)(kind).encode("latin-1"),
        LATE,
        "not UTF-8",
    ),
    "control character": (".csv", late(lambda _, line: f"\0{line}"), LATE, "control character"),
    "unknown value": (
        ".csv",
        late(lambda kind, line: line.replace(*UNKNOWN[kind])),
        LATE,
        "a value that nobody knows",
    ),
    "open quote": (".csv", lambda kind: "\n".join([*lines(kind), '"']), 2502, "not CSV"),
    "empty file": (".csv", lambda kind: b"", None, "the file is empty"),
}


async def refused(office: Office, kind: str, name: str, content: str | bytes) -> MalformedInput:
    """The refusal of this file; nothing may have changed by it."""
    path = office.file(name, content)
    before = await office.seen()
    with pytest.raises(MalformedInput) as caught:
        await STEPS[kind](office.house, path, issuer=ISSUER, by=office.desk)
    assert await office.seen() == before
    assert caught.value.file == name
    return caught.value


@pytest.mark.parametrize("kind", STEPS)
async def test_every_malformed_file_of_a_region_is_refused_whole(office: Office, kind: str) -> None:
    if kind != "people":
        await office.register(*REGISTERED)
    for name, (suffix, spoilt, line, reason) in FAULTS.items():
        fault = await refused(office, kind, kind + suffix, spoilt(kind))
        assert reason in fault.reason, name
        assert line is None or fault.line == line, name
    with pytest.raises(MalformedInput, match="cannot be read"):
        await STEPS[kind](office.house, office.folder / "none", issuer=ISSUER, by=office.desk)


@pytest.mark.parametrize("protected", ["Yes", "si", "1", " yes"])
async def test_a_protection_is_never_passed_over_for_how_it_is_spelled(
    office: Office, protected: str
) -> None:
    line = SOUND["people"]("Q1") + protected
    fault = await refused(office, "people", "people.csv", f"{HEADERS['people']}\n{line}\n")
    assert (fault.line, fault.reason) == (2, "a value that nobody knows")


@pytest.mark.parametrize("kind", ["relations", "acts"])
async def test_a_late_line_about_nobody_refuses_the_whole_file(office: Office, kind: str) -> None:
    await office.register(*REGISTERED)
    late = "\n".join([*lines(kind), SOUND[kind]("nobody")])
    fault = await refused(office, kind, f"{kind}.csv", late)
    assert (fault.line, fault.reason) == (2502, "person: names a person who is not registered")
    nameless = "\n".join([*lines(kind), SOUND[kind]("")])
    assert (await refused(office, kind, f"{kind}.csv", nameless)).line == 2502


async def test_a_representative_whom_nobody_registered_refuses_the_file(office: Office) -> None:
    await office.register("P0")
    by_another = opts_out("P0").replace(",self,,", ",parent,P1,")
    fault = await refused(office, "acts", "acts.csv", f"{HEADERS['acts']}\n{by_another}\n")
    assert (fault.line, fault.reason) == (2, "by: names a person who is not registered")


@pytest.mark.parametrize("at", ["2026-02-01T10:00:00", "0001-01-01T00:00:00+00:00", "yesterday"])
async def test_an_act_says_when_it_counts_in_a_time_that_has_a_zone(
    office: Office, at: str
) -> None:
    await office.register("P0")
    act = opts_out("P0").replace(",2026-02-01T10:00:00+00:00", f",{at}")
    fault = await refused(office, "acts", "acts.csv", f"{HEADERS['acts']}\n{act}\n")
    assert (fault.line, fault.reason) == (2, "a value that nobody knows")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("Q0", "duplicate id: the same id in an earlier row"), ("", "a row without an id")],
)
async def test_a_person_stands_once_in_a_file_of_people(
    office: Office, name: str, reason: str
) -> None:
    twice = "\n".join([*lines("people"), SOUND["people"](name)])
    fault = await refused(office, "people", "people.csv", twice)
    assert (fault.line, fault.reason) == (2502, reason)


async def test_an_issuer_without_a_name_is_refused(office: Office) -> None:
    path = office.file("people.csv", people(["P1"]))
    for issuer in ("", "\udcff"):
        with pytest.raises(Refused, match="text-not-storable at issuer"):
            await import_people(office.house, path, issuer=issuer, by=office.desk)


async def test_a_mended_file_goes_in_whole_and_again_adds_nothing(office: Office) -> None:
    await office.register(*REGISTERED)
    for kind in ("relations", "acts"):
        path = office.file(f"{kind}.csv.gz", "\n".join(lines(kind)[:51]))
        reports: list[ImportReport] = [
            await STEPS[kind](office.house, path, issuer=ISSUER, by=office.desk) for _ in range(2)
        ]
        assert [(one.lines, one.resumed_at) for one in reports] == [(50, 0), (50, 50)]
        assert not reports[0].refused
        assert reports[0].entries >= 50
        assert not reports[1].entries
