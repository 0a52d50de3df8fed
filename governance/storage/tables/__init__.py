"""Rows, one file per area. Rows are storage, not domain; every column says how personal it is."""

from sqlmodel import SQLModel

from governance.storage.tables import (
    erasable,
    ledger,
    matters,
    people,
    register,
    releases,
    said,
    service,
    web_state,
    webhooks,
)

METADATA = SQLModel.metadata

__all__ = [
    "METADATA",
    "erasable",
    "ledger",
    "matters",
    "people",
    "register",
    "releases",
    "said",
    "service",
    "web_state",
    "webhooks",
]
