"""What the service keeps beside the ledger: reads, repeated commands, and how far imports came."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from governance.storage.tables.columns import BIG, NAME, Data, marked


class AccessLogRow(SQLModel, table=True):
    """Who read what, and why; refused ones too. Append-only (Ley 14/2007; ENS op.exp.8)."""

    __tablename__ = "access_log"
    __table_args__ = (
        Index("access_log_by_about", "about", "at"),
        Index("access_log_by_reader", "reader", "id"),
        Index("access_log_by_act", "act", "id"),
        Index("access_log_by_time", "at", "id"),
        marked(Data.PSEUDONYMOUS),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BIG)
    at: int = Field(sa_type=BIG)
    reader: str
    act: str
    about: str
    allowed: bool
    rules: str
    purposes: str | None = None
    """What it was read for, where that was said; with spaces between."""
    reason: str | None = None
    """Why somebody was looked up, by its code (``vocabulary/looking_up``)."""


class IdempotencyRow(SQLModel, table=True):
    """What the first use of a key led to, and a salted hash of what was sent with it."""

    __tablename__ = "idempotency"
    __table_args__ = (marked(Data.PSEUDONYMOUS),)

    subject: str = Field(primary_key=True, sa_type=NAME)
    key: str = Field(primary_key=True, sa_type=NAME)
    positions: str
    """With spaces between."""
    salt: str | None = None
    body: str | None = None


class ImportRow(SQLModel, table=True):
    """How many lines of a file, named by its hash, have been imported."""

    __tablename__ = "imports"
    __table_args__ = (marked(Data.NONE),)

    sha256: str = Field(primary_key=True, sa_type=NAME)
    lines: int


class ReleaseCountsRow(SQLModel, table=True):
    """How many a release took in and each rule left out: for officers and auditor, never inside
    the package. It can be counted again from the sources."""

    __tablename__ = "release_counts"
    __table_args__ = (marked(Data.PSEUDONYMOUS),)

    release: str = Field(primary_key=True, sa_type=NAME)
    considered: int
    included: int
    not_registered: int
    blanked: int | None = None
    by_rule: str
    """JSON: rule id to people."""
