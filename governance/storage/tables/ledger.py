"""The ledger's own rows. Only ``ledger_head`` is ever updated."""

from __future__ import annotations

from sqlalchemy import BigInteger, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel


class LedgerEntry(SQLModel, table=True):
    """One entry: canonical bytes at a dense position. Pseudonymous."""

    __tablename__ = "ledger_entries"
    __table_args__ = (UniqueConstraint("stream", "version", name="one_version_each"),)

    position: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    stream: str
    version: int
    code: str
    entry: bytes = Field(sa_type=LargeBinary)


class LedgerHead(SQLModel, table=True):
    """The one row whose lock gives positions: size, newest time, and the tree's frontier."""

    __tablename__ = "ledger_head"

    id: int = Field(default=1, primary_key=True)
    position: int = Field(sa_type=BigInteger)
    at: int | None = Field(default=None, sa_type=BigInteger, nullable=True)
    frontier: bytes = Field(sa_type=LargeBinary)


class LedgerTile(SQLModel, table=True):
    """256 hashes of one level, and the root over them; written when it is full."""

    __tablename__ = "ledger_tiles"

    level: int = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_type=BigInteger)
    hashes: bytes = Field(sa_type=LargeBinary)
    root: bytes = Field(sa_type=LargeBinary)


class LedgerCheckpoint(SQLModel, table=True):
    """A signed note that was given out."""

    __tablename__ = "ledger_checkpoints"

    size: int = Field(primary_key=True, sa_type=BigInteger)
    note: str
