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


class WebSessionRow(SQLModel, table=True):
    """Somebody signed in at one browser. The id itself is with the browser alone."""

    __tablename__ = "web_sessions"
    __table_args__ = (marked(Data.PSEUDONYMOUS),)

    id_hash: str = Field(primary_key=True, sa_type=NAME)
    """SHA-256 of the id."""
    handle: str = Field(unique=True, sa_type=NAME)
    """By which its owner names it in her own list."""
    subject: str = Field(index=True, sa_type=NAME)
    issuer: str = Field(sa_type=NAME, sa_column_kwargs=column(Data.NONE))
    sub: str = Field(index=True, sa_type=NAME, sa_column_kwargs=column(Data.PERSONAL))
    sid: str | None = Field(default=None, sa_type=NAME, nullable=True)
    """The session at the identity provider, by which it says that she signed out."""
    created: int = Field(sa_type=BIG)
    last_seen: int = Field(sa_type=BIG)
    ended: int | None = Field(default=None, sa_type=BIG, nullable=True)
    stepped_up_at: int | None = Field(default=None, sa_type=BIG, nullable=True)
    language: str
    browser: str = Field(sa_column_kwargs=column(Data.PERSONAL))
    """The family only, such as ``Firefox``."""


class SignInRow(SQLModel, table=True):
    """A sign-in under way: what the provider's answer must match. Gone when it is used."""

    __tablename__ = "sign_ins"
    __table_args__ = (marked(Data.NONE),)

    state_hash: str = Field(primary_key=True, sa_type=NAME)
    pre_session_hash: str = Field(sa_type=NAME)
    """SHA-256 of the id in the browser that began it: nobody else can finish it."""
    issuer: str
    nonce: str
    verifier: str
    next_path: str
    language: str
    stepping_up: str | None = Field(default=None, sa_column_kwargs=_PSEUDONYMOUS)
    """The ``id_hash`` of the session that is to be confirmed anew; None for a new one."""
    begun: int = Field(sa_type=BIG)
    expires: int = Field(sa_type=BIG, index=True)


class ParkedFormRow(SQLModel, table=True):
    """A form posted after its session was lost: kept until she has signed in again."""

    __tablename__ = "parked_forms"
    __table_args__ = (marked(Data.PERSONAL),)

    token_hash: str = Field(primary_key=True, sa_type=NAME, sa_column_kwargs=column(Data.NONE))
    subject: str = Field(index=True, sa_type=NAME, sa_column_kwargs=_PSEUDONYMOUS)
    path: str
    body: bytes
    expires: int = Field(sa_type=BIG, sa_column_kwargs=column(Data.NONE))


class QuotaRow(SQLModel, table=True):
    """A bucket of points. ``spent_until`` is when it is full again, the whole of its state."""

    __tablename__ = "quotas"
    __table_args__ = (marked(Data.PSEUDONYMOUS),)

    key: str = Field(primary_key=True, sa_type=NAME)
    spent_until: int = Field(sa_type=BIG)


class UsedOnceRow(SQLModel, table=True):
    """What may be used once only, such as the ``jti`` of a logout token."""

    __tablename__ = "used_once"
    __table_args__ = (marked(Data.NONE),)

    key_hash: str = Field(primary_key=True, sa_type=NAME)
    expires: int = Field(sa_type=BIG)


class NoticesSeenRow(SQLModel, table=True):
    """Up to which position of the ledger somebody has read her notices."""

    __tablename__ = "notices_seen"
    __table_args__ = (marked(Data.PSEUDONYMOUS),)

    subject: str = Field(primary_key=True, sa_type=NAME)
    position: int = Field(sa_type=BIG)
