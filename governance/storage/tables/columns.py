"""Column types that mean the same in both databases, and a mark that says how personal data are."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Column, Integer, String

BIG = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits in both; in SQLite only INTEGER can be the row's own key."""

NAME = String().with_variant(String(collation="C"), "postgresql")
"""Text for machines, compared by its bytes in both: ids, streams, codes."""


class Data(StrEnum):
    """How personal the content of a column is (GDPR 4(1), 4(5))."""

    NONE = "none"
    PSEUDONYMOUS = "pseudonymous"
    PERSONAL = "personal"


def marked(data: Data) -> dict[str, Any]:
    """For ``__table_args__``: what all columns of a table hold unless they say otherwise."""
    return {"info": {"data": data}}


def column(data: Data) -> dict[str, Any]:
    """For ``sa_column_kwargs``: what this column holds."""
    return {"info": {"data": data}}


def data_of(column: Column[Any]) -> Data:
    """How personal a column is. Raises KeyError where neither it nor its table says so."""
    found: Data = (column.info or column.table.info)["data"]
    return found
