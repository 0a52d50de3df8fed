"""What citizens have said, as interned phrases in the order in which they count. Pseudonymous."""

from __future__ import annotations

from sqlalchemy import BigInteger, SmallInteger
from sqlmodel import Field, SQLModel


class Phrase(SQLModel, table=True):
    """One thing that can be said, without who and when: canonical JSON, each kept once."""

    __tablename__ = "phrases"

    id: int | None = Field(default=None, primary_key=True)
    text: str = Field(unique=True)


class Said(SQLModel, table=True):
    """One citizen said one phrase. The key is the order in which acts of one giver count."""

    __tablename__ = "said"
    __table_args__ = ({"sqlite_with_rowid": False},)

    citizen: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    effective: int = Field(primary_key=True, sa_type=BigInteger)
    weight: int = Field(primary_key=True, sa_type=SmallInteger)
    position: int = Field(primary_key=True, sa_type=BigInteger)
    phrase: int
