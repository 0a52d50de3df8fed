"""Values that may be forgotten, keyed by the entry whose digest stands in the ledger.

Triggers let nothing happen to ``documents`` and ``identity`` but erasure: a value becomes NULL.
"""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from governance.storage.tables.columns import BIG, NAME, Data, column, marked

_FIXED = {"autoincrement": False, **column(Data.PSEUDONYMOUS)}


class Document(SQLModel, table=True):
    """Free text: reasons, minutes, kinship. Salt and body become NULL by erasure."""

    __tablename__ = "documents"
    __table_args__ = (marked(Data.PERSONAL),)

    position: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs=_FIXED)
    field: str = Field(primary_key=True, sa_type=NAME, sa_column_kwargs=column(Data.NONE))
    salt: str | None = None
    body: str | None = None


class Identity(SQLModel, table=True):
    """Personal details as of one entry. Every column but the keys becomes NULL by erasure.

    ``superseded`` is the position of the entry that replaced them, so that details as of any
    position are one condition: ``position <= P AND (superseded IS NULL OR superseded > P)``.
    """

    __tablename__ = "identity"
    __table_args__ = (
        Index("identity_of_citizen", "citizen", "position"),
        marked(Data.PERSONAL),
    )

    position: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs=_FIXED)
    citizen: int = Field(sa_column_kwargs=column(Data.PSEUDONYMOUS))
    superseded: int | None = Field(
        default=None,
        sa_type=BIG,
        nullable=True,
        sa_column_kwargs=column(Data.PSEUDONYMOUS),
    )
    salt: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    birth_date: str | None = None
    """ISO 8601, as ``death_date``: text of one form compares as days do."""
    death_date: str | None = None
    sex: str | None = None
    municipality: str | None = None
    language: str | None = None
    contact: str | None = None
    identifiers: str | None = None
    """JSON pairs of issuer and identifier."""


class Identifier(SQLModel, table=True):
    """By which a source or a partner names a citizen; erasure deletes it."""

    __tablename__ = "identifiers"
    __table_args__ = (marked(Data.PERSONAL),)

    issuer: str = Field(primary_key=True, sa_type=NAME)
    identifier: str = Field(primary_key=True, sa_type=NAME)
    citizen: int = Field(index=True, sa_column_kwargs=column(Data.PSEUDONYMOUS))
