"""Requests, reviews, meetings, permits, releases and datasets, by what one looks for them."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from governance.storage.tables.columns import BIG, NAME, Data, marked


class MatterRow(SQLModel, table=True):
    """One stream of an office's life, and where it stands now. What it holds is in the ledger."""

    __tablename__ = "matters"
    __table_args__ = (
        Index("matters_by_status", "life", "status", "first"),
        Index("matters_by_first", "life", "first"),
        Index("matters_by_whole", "life", "belongs_to"),
        marked(Data.NONE),
    )

    life: str = Field(primary_key=True, sa_type=NAME)
    key: str = Field(primary_key=True, sa_type=NAME)
    first: int = Field(sa_type=BIG)
    """The position of its first entry."""
    status: str = Field(sa_type=NAME)
    due: str | None = Field(default=None, sa_type=NAME, nullable=True)
    """The next day that counts, ISO 8601."""
    belongs_to: str | None = Field(default=None, sa_type=NAME, nullable=True)
    """The request of a permit, the permit of a release."""


class PartRow(SQLModel, table=True):
    """Somebody has, or once had, a part in a matter."""

    __tablename__ = "parts"
    __table_args__ = (marked(Data.PSEUDONYMOUS),)

    person: str = Field(primary_key=True, sa_type=NAME)
    life: str = Field(primary_key=True, sa_type=NAME)
    part: str = Field(primary_key=True, sa_type=NAME)
    key: str = Field(primary_key=True, sa_type=NAME)
