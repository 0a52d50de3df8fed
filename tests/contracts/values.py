"""Any value of any field of any event, from its type."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from governance.storage.hints import base_of, fields_of, inner_of, items_of
from governance.storage.lives import EVENTS
from governance.vocabulary.cellsets import ORDER
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import Erasable
from governance.vocabulary.purposes import Cell

TIMES = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=UTC)
)
SIMPLE: dict[Any, SearchStrategy[Any]] = {
    str: st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    int: st.integers(-(2**53) + 1, 2**53 - 1),
    bool: st.booleans(),
    date: st.dates(),
    datetime: TIMES,
    Cell: st.sampled_from(ORDER),
}
DIGESTS = st.none() | st.binary(min_size=32, max_size=32).map(bytes.hex)


def values(hint: Any) -> SearchStrategy[Any]:
    """Any value of this type, as the ledger reads it: erasable ones are digests."""
    hint, origin = base_of(hint), get_origin(hint)
    if hint in SIMPLE:
        return SIMPLE[hint]
    if origin in (Union, UnionType):
        return st.none() | values(inner_of(hint))
    if origin is Erasable:
        return DIGESTS.map(lambda digest: Erasable(None, digest))
    if origin is frozenset:
        return st.frozensets(values(items_of(hint)[0]), max_size=5)
    if origin is tuple and get_args(hint)[-1] is Ellipsis:
        return st.lists(values(items_of(hint)[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(item) for item in items_of(hint)))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    assert is_dataclass(hint), f"the codec would not know {hint} either"
    return objects(hint)


def objects(kind: Any) -> SearchStrategy[Any]:
    """Any value of a dataclass, whether or not it makes sense."""
    return st.builds(kind, **{name: values(hint) for name, hint in fields_of(kind).items()})


def events() -> SearchStrategy[Event]:
    """Any event of any life."""
    return st.sampled_from(sorted(EVENTS)).flatmap(lambda code: objects(EVENTS[code]))
