"""What the service keeps beside the ledger: reads, repeated commands, and how far imports came."""

from __future__ import annotations

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class AccessLogRow(SQLModel, table=True):
    """Who read what, and why; refused ones too. Append-only. Pseudonymous."""

    __tablename__ = "access_log"

    id: int | None = Field(default=None, primary_key=True)
    at: int = Field(sa_type=BigInteger)
    reader: str
    act: str
    about: str
    allowed: bool
    rules: str


class IdempotencyRow(SQLModel, table=True):
    """What the first use of a key led to."""

    __tablename__ = "idempotency"

    subject: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    positions: str


class ImportRow(SQLModel, table=True):
    """How many lines of a file, named by its hash, have been imported."""

    __tablename__ = "imports"

    sha256: str = Field(primary_key=True)
    lines: int
