"""Events become canonical bytes and come back as they were; old codes are read as new ones."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.storage.codec import UnreadableEntry, agrees, decode, encode, open_envelope
from governance.storage.encoding import canonical, encoder
from governance.storage.lives import EVENTS
from governance.storage.upcasts import UPCASTS, Body
from governance.vocabulary.cellsets import ORDER, decode_cells, encode_cells
from governance.vocabulary.entries import Event
from governance.vocabulary.instants import microseconds
from governance.vocabulary.purposes import Cell
from tests.contracts.entries import appointed
from tests.contracts.values import SIMPLE, events, objects

SALT = "5a" * 16
ENTRY = encode(appointed()[1], stream="s", version=7, salt=SALT)


def trip(event: Event) -> Event:
    return decode(open_envelope(encode(event, stream="s/1", version=1, salt=SALT)))


@pytest.mark.parametrize("code", sorted(EVENTS))
def test_every_event_comes_back_as_it_was(code: str) -> None:
    @settings(max_examples=15)
    @given(objects(EVENTS[code]))
    def comes_back(event: Event) -> None:
        assert trip(event) == event

    comes_back()


@given(events(), SIMPLE[str], st.integers(1, 2**31))
def test_entries_are_canonical_as_an_outsider_reads_the_rfc(
    event: Event, stream: str, version: int
) -> None:
    entry = encode(event, stream=stream, version=version, salt=SALT)
    plain = json.loads(entry)
    assert rfc8785.dumps(plain) == entry == canonical(plain)
    assert (plain["stream"], plain["version"]) == (stream, version)
    assert (plain["at"], plain["by"]) == (microseconds(event.at), event.by)


@given(events(), SIMPLE[str], st.integers(1, 2**31))
def test_columns_beside_an_entry_must_say_what_it_says(
    event: Event, stream: str, version: int
) -> None:
    entry = encode(event, stream=stream, version=version, salt=SALT)
    true: dict[str, Any] = {
        "stream": stream,
        "version": version,
        "code": event.CODE,
        "at": microseconds(event.at),
    }
    assert agrees(entry, **true)
    for name, wrong in {"stream": stream + "x", "version": 0, "code": "x", "at": 1}.items():
        assert not agrees(entry, **{**true, name: wrong})


def test_an_entry_has_its_outer_keys_and_no_position() -> None:
    assert list(json.loads(ENTRY)) == ["at", "body", "by", "code", "salt", "stream", "version"]


def _with_role(body: Body) -> Body:
    """As if staff had once been appointed without saying as what."""
    return {**body, "role": "access-body-officer"}


def test_an_old_code_is_read_as_the_event_of_today() -> None:
    plain = json.loads(ENTRY)
    del plain["body"]["role"]
    older = {**plain, "code": "programme.person-hired.v1", "body": {"who": plain["body"]["person"]}}
    steps = {
        "programme.person-hired.v1": (
            "programme.person-hired.v2",
            lambda body: {"at": body["at"], "by": body["by"], "person": body["who"]},
        ),
        "programme.person-hired.v2": ("programme.staff-appointed.v1", _with_role),
    }
    stored = canonical(older)
    assert decode(open_envelope(stored, upcasts=steps)) == appointed()[1]
    assert canonical(older) == stored
    with pytest.raises(UnreadableEntry, match="person-hired"):
        decode(open_envelope(stored))


def test_no_code_in_use_is_an_old_one() -> None:
    assert not set(UPCASTS) & set(EVENTS)
    assert {new for new, _ in UPCASTS.values()} <= set(EVENTS) | set(UPCASTS)


@pytest.mark.parametrize(
    "damage",
    [
        lambda entry: entry[:-1],
        lambda entry: b"[]",
        lambda entry: b"\xff",
        lambda entry: entry.replace(b'"role"', b'"rule"'),
        lambda entry: entry.replace(b"access-body-officer", b"emperor"),
        lambda entry: entry.replace(b'{"person"', b'{"more":1,"person"'),
    ],
)
def test_what_is_not_an_entry_is_named_so(damage: Any) -> None:
    with pytest.raises(UnreadableEntry):
        decode(open_envelope(damage(ENTRY)))


def test_times_without_a_zone_and_numbers_beyond_json_are_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        trip(replace(appointed()[1], at=datetime(2026, 1, 1)))  # noqa: DTZ001
    with pytest.raises(ValueError, match="JSON"):
        encoder(int)(2**53)


@given(st.frozensets(st.sampled_from(ORDER)))
def test_cell_sets_come_back_as_they_were(cells: frozenset[Cell]) -> None:
    assert decode_cells(encode_cells(cells)) == cells


@pytest.mark.parametrize("text", ["", "cells.v2:1", "cells.v1:", "cells.v1:-1", "cells.v1:1" * 9])
def test_what_is_not_a_cell_set_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="cells|invalid literal"):
        decode_cells(text)


def test_the_numbers_of_cells_never_change() -> None:
    assert len(ORDER) == 180
    assert [str(ORDER[n]) for n in (0, 1, 4, 20, 100, 119, 179)] == [
        "care:genomic:public-health-service",
        "care:genomic:public-research",
        "care:other-omics:public-health-service",
        "public-health:genomic:public-health-service",
        "scientific-research:genomic:public-health-service",
        "scientific-research:epidemiological:commercial",
        "algorithm-training:epidemiological:commercial",
    ]
    assert encode_cells(frozenset({ORDER[0], ORDER[101]})) == f"cells.v1:{(1 << 101) | 1:x}"
