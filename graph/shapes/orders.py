"""In which orders a list can be asked for: each an argument of the lists that have them."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

import strawberry

from governance.vocabulary.matters import Order
from graph.descriptions import of_argument
from graph.shapes.enums import enum_of


class ListOrder(Enum):
    """An order by when things began."""

    NEWEST_FIRST = Order.NEWEST_FIRST
    OLDEST_FIRST = Order.OLDEST_FIRST


class QueueOrder(Enum):
    """An order by when things are due, or by when they began."""

    DUE_FIRST = Order.DUE_FIRST
    NEWEST_FIRST = Order.NEWEST_FIRST
    OLDEST_FIRST = Order.OLDEST_FIRST


Orders = type[ListOrder] | type[QueueOrder] | None
"""None for a list that has but its own order."""


def order_argument(orders: Orders) -> dict[str, Any]:
    """The argument by which one of these orders is asked for, where there are any."""
    if orders is None:
        return {}
    described = strawberry.argument(description=of_argument("Connection", "order_by"))
    return {"order_by": Annotated[enum_of(orders) | None, described]}
