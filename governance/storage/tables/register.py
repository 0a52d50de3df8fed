"""Requests as the public register lists them, by what one looks for them (EHDS 57(1)(j))."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from governance.storage.tables.columns import BIG, NAME, Data, marked


class RegisterRow(SQLModel, table=True):
    """One request that was received. What the register says of it is read from the ledger."""

    __tablename__ = "register"
    __table_args__ = (
        Index("register_by_received", "received"),
        marked(Data.NONE),
    )

    request: str = Field(primary_key=True, sa_type=NAME)
    received: int = Field(sa_type=BIG)
    """The position at which it was first handed in."""
    received_on: str = Field(sa_type=NAME)
    """ISO 8601: text of one form compares as days do."""
    purposes: str
    """Their codes with a space before and after each."""
    decision: str | None = Field(default=None, sa_type=NAME, nullable=True)
    """How it ended, or None where it has not."""
    decided: int | None = Field(default=None, sa_type=BIG, nullable=True)
    """The position at which it ended."""
