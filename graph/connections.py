"""Lists as Relay has them: edges, cursors, and how much there is, over the pages of our views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from inspect import Parameter
from typing import Annotated, Any

import strawberry
from strawberry import UNSET

from governance.views.paging import MOST_ROWS, Page, Part
from governance.vocabulary.matters import Order
from graph.descriptions import of_argument, of_field, of_type
from graph.faults import Fault
from graph.shapes.fields import plain
from graph.shapes.orders import ListOrder, Orders, QueueOrder, order_argument
from graph.shapes.outputs import Outputs
from graph.shapes.values import several

FURTHEST = 10_000_000
"""Beyond it there is nothing to page to."""


def _argument(hint: Any, name: str) -> Any:
    described = strawberry.argument(description=of_argument("Connection", name))
    return Annotated[hint | None, described]


First, Last = _argument(int, "first"), _argument(int, "last")
After, Before = _argument(str, "after"), _argument(str, "before")
ARGUMENTS: dict[str, Any] = {"first": First, "after": After, "last": Last, "before": Before}
"""The arguments of every list."""


def parameters_of(orders: Orders) -> list[Parameter]:
    """The arguments of a list that can be asked for in these orders, as a resolver takes them."""
    hints = {**ARGUMENTS, **order_argument(orders)}
    return [
        Parameter(name, Parameter.KEYWORD_ONLY, annotation=hint, default=UNSET)
        for name, hint in hints.items()
    ]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of a list: the first ones after a cursor, or the last ones before one."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None
    order_by: ListOrder | QueueOrder | None = None

    @staticmethod
    def of(sent: Mapping[str, Any]) -> Wanted:
        """As it was sent, where it was."""
        names = [one.name for one in fields(Wanted)]
        return Wanted(**{one: sent[one] for one in names if sent.get(one, UNSET) is not UNSET})

    @property
    def order(self) -> Order | None:
        """The order asked for; None is the list's own."""
        return self.order_by.value if self.order_by else None

    @property
    def mark(self) -> str:
        """What begins a cursor, so that one of another order is none of this list."""
        return self.order.value[0] if self.order else ""

    @property
    def size(self) -> int:
        """How many. Raises Fault where none or both are stated, or more than a hundred."""
        sizes = [one for one in (self.first, self.last) if one is not None]
        if len(sizes) != 1 or not 1 <= sizes[0] <= MOST_ROWS:
            raise Fault("page-size", argument="first" if self.last is None else "last")
        return sizes[0]


@strawberry.type(name="PageInfo", description=of_type("PageInfo"))
class PageInfo:
    """Where a part lies in its list."""

    has_next_page: bool = strawberry.field(description=of_field("PageInfo", "has_next_page"))
    has_previous_page: bool = strawberry.field(
        description=of_field("PageInfo", "has_previous_page")
    )
    start_cursor: str | None = strawberry.field(description=of_field("PageInfo", "start_cursor"))
    end_cursor: str | None = strawberry.field(description=of_field("PageInfo", "end_cursor"))


@dataclass(frozen=True, slots=True)
class Edge:
    """A row, and the cursor after which the list goes on."""

    cursor: str
    node: Any


@dataclass(frozen=True, slots=True)
class Connection:
    """A part of a list; ``total_count`` is None where nobody counts."""

    edges: tuple[Edge, ...]
    page_info: PageInfo
    total_count: int | None = None
    whole: bool = True

    @property
    def nodes(self) -> list[Any]:
        """The rows without their cursors."""
        return [edge.node for edge in self.edges]


class Connections:
    """The types of lists, one for each type of row."""

    def __init__(self, outputs: Outputs) -> None:
        self._outputs = outputs
        self._made: dict[str, Any] = {}

    def of(self, value: Any) -> Any:
        """The type of a list of these."""
        node = self._outputs.of(value)
        name = node.__name__
        if name not in self._made:
            edge = plain(f"{name}Edge", {"cursor": str, "node": node}, kind="Edge")
            fields = {
                "edges": several(edge),
                "nodes": several(node),
                "page_info": PageInfo,
                "total_count": int | None,
                "whole": bool,
            }
            self._made[name] = plain(f"{name}Connection", fields, kind="Connection")
        return self._made[name]


async def listed(
    wanted: Wanted, ask: Callable[[Any], Any], *, grows: bool = False
) -> Connection | None:
    """The part of a list that is wanted; None where ``ask`` says that nothing is shown."""
    return await (by_position if grows else by_number)(wanted, ask)


async def by_number(wanted: Wanted, ask: Callable[[Page], Any]) -> Connection | None:
    """A list that is counted: cursors are places in it. None where ``ask`` shows nothing."""
    size = wanted.size
    if wanted.first is not None:
        start = 0 if wanted.after is None else _place(wanted, "after") + 1
        found = await ask(Page(start=start, size=size, order=wanted.order))
    else:
        end = FURTHEST if wanted.before is None else _place(wanted, "before")
        if wanted.before is None:
            counted = await ask(Page(size=1))
            end = counted.total if counted is not None else 0
        start = max(0, end - size)
        size = min(size, end - start)
        found = await ask(Page(start=start, size=max(1, size), order=wanted.order))
    if found is None:
        return None
    edges = tuple(
        Edge(f"{wanted.mark}{start + place}", row) for place, row in enumerate(found.rows[:size])
    )
    more = start + len(edges) < found.total
    return Connection(edges, _info(edges, more, start > 0), found.total, found.whole)


async def by_position(wanted: Wanted, ask: Callable[[Part], Any]) -> Connection | None:
    """A list that only grows. Cursors are where a part begins, and a place in it."""
    if wanted.first is None:
        raise Fault("page-size", argument="first")
    size = wanted.size
    begin, skipped = _part(wanted)
    size_asked = min(MOST_ROWS, skipped + size)
    if wanted.order is Order.OLDEST_FIRST:
        found = await ask(Part(after=begin or 0, size=size_asked))
    else:
        found = await ask(Part(before=begin, size=size_asked))
    if found is None:
        return None
    rows = found.rows[skipped : skipped + size]
    mark = f"{wanted.mark}{'' if begin is None else begin}"
    cursors = [f"{mark}+{skipped + place + 1}" for place in range(len(rows))]
    if found.next is not None and cursors:
        cursors[-1] = f"{wanted.mark}{found.next}+0"
    edges = tuple(Edge(cursor, row) for cursor, row in zip(cursors, rows, strict=True))
    return Connection(edges, _info(edges, found.next is not None, wanted.after is not None))


def _info(edges: tuple[Edge, ...], following: bool, preceding: bool) -> PageInfo:
    first, last = (edges[0].cursor, edges[-1].cursor) if edges else (None, None)
    return PageInfo(
        has_next_page=following, has_previous_page=preceding, start_cursor=first, end_cursor=last
    )


def _place(wanted: Wanted, argument: str) -> int:
    cursor = _unmarked(wanted, argument)
    if not (cursor.isascii() and cursor.isdigit()) or len(cursor) > 8:
        raise Fault("cursor", argument=argument)
    return int(cursor)


def _unmarked(wanted: Wanted, argument: str) -> str:
    cursor: str = getattr(wanted, argument)
    if not cursor.startswith(wanted.mark):
        raise Fault("cursor", argument=argument)
    return cursor.removeprefix(wanted.mark)


def _part(wanted: Wanted) -> tuple[int | None, int]:
    if wanted.after is None:
        return None, 0
    cursor = _unmarked(wanted, "after")
    begin, plus, skipped = cursor.partition("+")
    fine = plus and len(cursor) < 24 and skipped.isascii() and skipped.isdigit()
    if not fine or not (begin == "" or (begin.isascii() and begin.isdigit())):
        raise Fault("cursor", argument="after")
    if int(skipped) > MOST_ROWS:
        raise Fault("cursor", argument="after")
    return (int(begin) if begin else None), int(skipped)
