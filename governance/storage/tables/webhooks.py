"""How far each webhook has been told: beside the ledger, for nothing hangs on it but repetition."""

from __future__ import annotations

from sqlmodel import Field, SQLModel

from governance.storage.tables.columns import BIG, NAME, Data, marked


class WebhookRow(SQLModel, table=True):
    """One webhook of one partner. It may be told something twice, and nothing is ever left out."""

    __tablename__ = "webhook_deliveries"
    __table_args__ = (marked(Data.NONE),)

    partner: str = Field(primary_key=True, sa_type=NAME)
    webhook: str = Field(primary_key=True, sa_type=NAME)
    run: int
    """Which start of the webhook this is about: another one begins anew."""
    position: int = Field(sa_type=BIG)
    """Everything up to it was told, or was not to be told."""
    attempts: int
    """How often in a row it took nothing."""
    next_at: int = Field(sa_type=BIG)
    failing_since: int | None = Field(default=None, sa_type=BIG, nullable=True)
    held_until: int = Field(sa_type=BIG)
    """Somebody is telling it now, and has it to herself until then."""
