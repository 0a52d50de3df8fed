"""What the portal knows of those who sign in. Nothing of it is in the ledger; all can be erased."""

from __future__ import annotations

from sqlmodel import Field, SQLModel

from governance.storage.tables.columns import BIG, NAME, Data, column, marked

_PSEUDONYMOUS = column(Data.PSEUDONYMOUS)


class AccountRow(SQLModel, table=True):
    """Who an identity provider's ``sub`` is here. Erasing a citizen deletes it.

    ``position`` is that of the ledger when the account was linked, so that an erasure takes in a
    rebuild what it took then, and nothing that was linked later.
    """

    __tablename__ = "accounts"
    __table_args__ = (marked(Data.PERSONAL),)

    issuer: str = Field(primary_key=True, sa_type=NAME, sa_column_kwargs=column(Data.NONE))
    sub: str = Field(primary_key=True, sa_type=NAME)
    subject: str = Field(index=True, sa_type=NAME, sa_column_kwargs=_PSEUDONYMOUS)
    position: int = Field(sa_type=BIG, sa_column_kwargs=column(Data.NONE))
    linked_at: int = Field(sa_type=BIG, sa_column_kwargs=_PSEUDONYMOUS)
    name: str | None = None
    language: str | None = None
    email: str | None = None
