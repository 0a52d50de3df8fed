"""Whom a source holds, and what was delivered from it: for the question who used her data."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from governance.storage.tables.columns import BIG, NAME, Data, column, marked

_FIXED = {"autoincrement": False}


class SourceFileRow(SQLModel, table=True):
    """A small number for every file whose people were taken down, by the hash of its bytes."""

    __tablename__ = "source_files"
    __table_args__ = (marked(Data.NONE),)

    id: int = Field(primary_key=True, sa_column_kwargs=_FIXED)
    sha256: str = Field(unique=True, sa_type=NAME)
    issuer: str = Field(sa_type=NAME)
    """Who names the people of it; so that erasure finds them."""
    people: int | None = None
    """How many there are, once all were taken down."""


class SourcePerson(SQLModel, table=True):
    """One person of a file, as its holder names her; erasure deletes it."""

    __tablename__ = "source_people"
    __table_args__ = ({"sqlite_with_rowid": False, **marked(Data.PERSONAL)},)

    identifier: str = Field(primary_key=True, sa_type=NAME)
    source: int = Field(
        primary_key=True, sa_column_kwargs={"autoincrement": False, **column(Data.NONE)}
    )


class DeliveryRow(SQLModel, table=True):
    """A delivered release, once for each of its sources."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("deliveries_by_sha256", "sha256"),
        Index("deliveries_by_permit", "permit"),
        marked(Data.NONE),
    )

    release: str = Field(primary_key=True, sa_type=NAME)
    sha256: str = Field(primary_key=True, sa_type=NAME)
    issuer: str = Field(primary_key=True, sa_type=NAME)
    permit: str = Field(sa_type=NAME)
    position: int = Field(sa_type=BIG)
