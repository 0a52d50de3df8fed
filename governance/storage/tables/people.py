"""People and what ties them to each other, by position, for gathering."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from governance.storage.tables.columns import BIG, NAME, Data, marked

_FIXED = {"autoincrement": False}


class Citizen(SQLModel, table=True):
    """A small number for every subject id that the register knows; given once and never again.

    The numbers belong to identity, not to the projections: a rebuild keeps them.
    """

    __tablename__ = "citizens"
    __table_args__ = (marked(Data.PSEUDONYMOUS),)

    id: int = Field(primary_key=True, sa_column_kwargs=_FIXED)
    subject: str = Field(unique=True, sa_type=NAME)
    merged_into: str | None = None
    merged_position: int | None = Field(default=None, sa_type=BIG, nullable=True)


class RepresentationRow(SQLModel, table=True):
    """Who may decide for a citizen; ``slot`` numbers the givers that a citizen ever had, from 1."""

    __tablename__ = "representations"
    __table_args__ = (
        Index("representations_by_representative", "representative"),
        marked(Data.PSEUDONYMOUS),
    )

    citizen: int = Field(primary_key=True, sa_column_kwargs=_FIXED)
    position: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs=_FIXED)
    slot: int
    representative: str
    capacity: str
    since: str
    until: str | None = None
    ended_until: str | None = None
    ended_position: int | None = Field(default=None, sa_type=BIG, nullable=True)


class ProtectionRow(SQLModel, table=True):
    """Judicial support measures."""

    __tablename__ = "protections"
    __table_args__ = (marked(Data.PSEUDONYMOUS),)

    citizen: int = Field(primary_key=True, sa_column_kwargs=_FIXED)
    position: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs=_FIXED)
    since: str
    lifted_until: str | None = None
    lifted_position: int | None = Field(default=None, sa_type=BIG, nullable=True)


class KinshipRow(SQLModel, table=True):
    """A declared relative; deleted by erasure."""

    __tablename__ = "kinships"
    __table_args__ = (marked(Data.PERSONAL),)

    citizen: int = Field(primary_key=True, sa_column_kwargs=_FIXED)
    position: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs=_FIXED)
    relative: str
    kind: str
    ended_position: int | None = Field(default=None, sa_type=BIG, nullable=True)
