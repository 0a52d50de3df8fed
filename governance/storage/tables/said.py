"""What citizens have said, as interned phrases in the order in which they count."""

from __future__ import annotations

from sqlalchemy import SmallInteger
from sqlmodel import Field, SQLModel

from governance.storage.tables.columns import BIG, NAME, Data, marked

_FIXED = {"autoincrement": False}


class Phrase(SQLModel, table=True):
    """One thing that can be said, without who and when: canonical JSON, each kept once."""

    __tablename__ = "phrases"
    __table_args__ = (marked(Data.NONE),)

    id: int | None = Field(default=None, primary_key=True)
    text: str = Field(unique=True, sa_type=NAME)


class Said(SQLModel, table=True):
    """One citizen said one phrase. The key is the order in which acts of one giver count."""

    __tablename__ = "said"
    __table_args__ = ({"sqlite_with_rowid": False, **marked(Data.PSEUDONYMOUS)},)

    citizen: int = Field(primary_key=True, sa_column_kwargs=_FIXED)
    effective: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs=_FIXED)
    weight: int = Field(primary_key=True, sa_type=SmallInteger, sa_column_kwargs=_FIXED)
    position: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs=_FIXED)
    phrase: int


class Stance(SQLModel, table=True):
    """What a citizen has said that still counts, as of her newest act: phrases in their order.

    It holds for every (P, T) from ``position`` and ``effective`` on; before that, ``said`` tells.
    """

    __tablename__ = "stances"
    __table_args__ = (marked(Data.PSEUDONYMOUS),)

    citizen: int = Field(primary_key=True, sa_column_kwargs=_FIXED)
    phrases: str
    """Numbers, with commas between."""
    effective: int = Field(sa_type=BIG)
    """From when the last of her acts counts, in microseconds."""
    position: int = Field(sa_type=BIG)
    """Of the entry that was recorded last."""
