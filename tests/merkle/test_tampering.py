"""Whatever is done to an export, up to the newest checkpoint held outside, is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.merkle import leaf_hash
from tests.merkle import naive
from tests.merkle.exports import export_of, load_verifier

VERIFIER = load_verifier()
Entries = list[bytes]
ENTRY = st.binary(max_size=12)
LOG = st.lists(ENTRY, min_size=2, max_size=40, unique=True)


def edited(entries: Entries, data: st.DataObject) -> Entries:
    """One entry says something else."""
    at = data.draw(places(entries))
    other = data.draw(ENTRY.filter(lambda entry: entry != entries[at]))
    return [*entries[:at], other, *entries[at + 1 :]]


def dropped(entries: Entries, data: st.DataObject) -> Entries:
    """One entry is gone."""
    at = data.draw(places(entries))
    return entries[:at] + entries[at + 1 :]


def inserted(entries: Entries, data: st.DataObject) -> Entries:
    """One entry too many."""
    at = data.draw(places(entries))
    other = data.draw(ENTRY.filter(lambda entry: entry != entries[at]))
    return [*entries[:at], other, *entries[at:]]


def swapped(entries: Entries, data: st.DataObject) -> Entries:
    """Two entries changed places."""
    first, second = data.draw(st.sets(places(entries), min_size=2, max_size=2))
    changed = list(entries)
    changed[first], changed[second] = changed[second], changed[first]
    return changed


def truncated(entries: Entries, data: st.DataObject) -> Entries:
    """The last entries are gone."""
    return entries[: data.draw(places(entries))]


def places(entries: Entries) -> st.SearchStrategy[int]:
    """Any place in the log."""
    return st.integers(0, len(entries) - 1)


KINDS = (edited, dropped, inserted, swapped, truncated)
Change = Callable[[Entries, st.DataObject], Entries]


def verify(lines: list[bytes], anchored: Entries, sizes: list[int]) -> str:
    """Hold an export against true checkpoints of these sizes."""
    roots = {size: naive.root([leaf_hash(entry) for entry in anchored[:size]]) for size in sizes}
    notes = [VERIFIER.Checkpoint("log", size, root) for size, root in roots.items()]
    return str(VERIFIER.verify_export(iter(lines), notes))


@given(LOG, st.lists(ENTRY, max_size=5))
def test_a_true_export_is_never_accused(log: Entries, later: Entries) -> None:
    found = verify(export_of(log + later), log, [1, len(log)])
    assert found.startswith(f"{len(log)} entries agree")
    assert f"{len(later)} later" in found


@pytest.mark.parametrize("change", KINDS)
@given(log=LOG, data=st.data())
def test_entries_changed_and_numbered_anew_are_found(
    change: Change, log: Entries, data: st.DataObject
) -> None:
    with pytest.raises(VERIFIER.Tampered):
        verify(export_of(change(log, data)), log, [len(log)])


@pytest.mark.parametrize("change", KINDS)
@given(log=LOG, data=st.data())
def test_lines_changed_with_their_old_numbers_are_found(
    change: Change, log: Entries, data: st.DataObject
) -> None:
    lines = dict(zip(log, export_of(log), strict=True))
    changed = [lines.get(entry, export_of([entry])[0]) for entry in change(log, data)]
    with pytest.raises(VERIFIER.Tampered):
        verify(changed, log, [len(log)])


@given(log=LOG, data=st.data(), sizes=st.sets(st.integers(1, 40)))
def test_the_first_wrong_position_lies_where_the_verifier_says(
    log: Entries, data: st.DataObject, sizes: set[int]
) -> None:
    changed = data.draw(st.sampled_from(KINDS[:4]))(log, data)
    pairs = zip_longest(log, changed)
    first = next(place for place, (old, new) in enumerate(pairs, 1) if old != new)
    held = sorted({size for size in sizes if size <= len(log)} | {len(log)})
    with pytest.raises(VERIFIER.Tampered) as found:
        verify(export_of(changed), log, held)
    between = re.search(r"positions (\d+) to (\d+)", str(found.value))
    if between:
        assert int(between[1]) <= first <= int(between[2])


@given(log=LOG, data=st.data())
def test_no_changed_byte_of_an_export_passes_unless_it_says_the_same(
    log: Entries, data: st.DataObject
) -> None:
    export = b"".join(export_of(log))
    at = data.draw(st.integers(0, len(export) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda value: value != export[at]))
    changed = export[:at] + bytes([other]) + export[at + 1 :]
    lines = changed.splitlines(keepends=True)
    with suppress(VERIFIER.Tampered, VERIFIER.BadInput):
        verify(lines, log, [len(log)])
        read = [VERIFIER.read_entry(line, position) for position, line in enumerate(lines, 1)]
        assert read == log
