"""People and what ties them to each other, by position, for gathering. Pseudonymous."""

from __future__ import annotations

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class Citizen(SQLModel, table=True):
    """A small number for every subject id that the register knows."""

    __tablename__ = "citizens"

    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(unique=True)
    merged_into: str | None = None
    merged_position: int | None = Field(default=None, sa_type=BigInteger, nullable=True)


class RepresentationRow(SQLModel, table=True):
    """Who may decide for a citizen; ``slot`` numbers the givers that a citizen ever had, from 1."""

    __tablename__ = "representations"

    citizen: int = Field(primary_key=True)
    position: int = Field(primary_key=True, sa_type=BigInteger)
    slot: int
    representative: str
    capacity: str
    since: str
    until: str | None = None
    ended_until: str | None = None
    ended_position: int | None = Field(default=None, sa_type=BigInteger, nullable=True)


class ProtectionRow(SQLModel, table=True):
    """Judicial support measures."""

    __tablename__ = "protections"

    citizen: int = Field(primary_key=True)
    position: int = Field(primary_key=True, sa_type=BigInteger)
    since: str
    lifted_until: str | None = None
    lifted_position: int | None = Field(default=None, sa_type=BigInteger, nullable=True)


class KinshipRow(SQLModel, table=True):
    """A declared relative; deleted by erasure. Personal."""

    __tablename__ = "kinships"

    citizen: int = Field(primary_key=True)
    position: int = Field(primary_key=True, sa_type=BigInteger)
    relative: str
    kind: str
    ended_position: int | None = Field(default=None, sa_type=BigInteger, nullable=True)
