"""The ledger's own rows. Only ``ledger_head`` is ever updated; triggers refuse the others."""

from __future__ import annotations

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from governance.storage.tables.columns import BIG, NAME, Data, marked


class LedgerEntry(SQLModel, table=True):
    """One entry: canonical bytes at a dense position. The other columns repeat what they say."""

    __tablename__ = "ledger_entries"
    __table_args__ = (
        UniqueConstraint("stream", "version", name="one_version_each"),
        Index("ledger_entries_by_code", "code", "position"),
        marked(Data.PSEUDONYMOUS),
    )

    position: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False})
    stream: str = Field(sa_type=NAME)
    version: int
    code: str = Field(sa_type=NAME)
    at: int = Field(sa_type=BIG)
    """Microseconds since 1970 UTC; never goes backwards."""
    entry: bytes = Field(sa_type=LargeBinary)


class LedgerHead(SQLModel, table=True):
    """The one row whose lock gives positions: size, newest time, and the tree's frontier."""

    __tablename__ = "ledger_head"
    __table_args__ = (marked(Data.NONE),)

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    position: int = Field(sa_type=BIG)
    at: int | None = Field(default=None, sa_type=BIG, nullable=True)
    frontier: bytes = Field(sa_type=LargeBinary)


class LedgerTile(SQLModel, table=True):
    """256 hashes of one level, and the root over them; written when it is full."""

    __tablename__ = "ledger_tiles"
    __table_args__ = (marked(Data.NONE),)

    level: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    number: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False})
    hashes: bytes = Field(sa_type=LargeBinary)
    root: bytes = Field(sa_type=LargeBinary)


class LedgerCheckpoint(SQLModel, table=True):
    """A signed note that was given out; ``signer`` is the published line of the key."""

    __tablename__ = "ledger_checkpoints"
    __table_args__ = (marked(Data.NONE),)

    size: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False})
    signer: str = Field(primary_key=True, sa_type=NAME)
    note: str
