"""Values that may be forgotten, keyed by the entry whose digest stands in the ledger. Personal."""

from __future__ import annotations

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel


class Document(SQLModel, table=True):
    """Free text: reasons, justifications, minutes, kinship. ``body`` becomes NULL by erasure."""

    __tablename__ = "documents"

    position: int = Field(primary_key=True, sa_type=BigInteger)
    field: str = Field(primary_key=True)
    salt: str | None = None
    body: str | None = None


class Identity(SQLModel, table=True):
    """Personal details as of one entry. Every column but the keys becomes NULL by erasure.

    ``superseded`` is the position of the entry that replaced them, so that details as of any
    position are one condition.
    """

    __tablename__ = "identity"
    __table_args__ = (Index("identity_of_citizen", "citizen", "position"),)

    position: int = Field(primary_key=True, sa_type=BigInteger)
    citizen: int
    superseded: int | None = Field(default=None, sa_type=BigInteger, nullable=True)
    salt: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    birth_date: str | None = None
    death_date: str | None = None
    sex: str | None = None
    municipality: str | None = None
    language: str | None = None
    contact: str | None = None
    identifiers: str | None = None
    """JSON pairs of issuer and identifier."""


class Identifier(SQLModel, table=True):
    """By which a source or a partner names a citizen; deleted by erasure."""

    __tablename__ = "identifiers"

    issuer: str = Field(primary_key=True)
    identifier: str = Field(primary_key=True)
    citizen: int = Field(index=True)
