"""A salted hash of what was sent with an idempotency key."""

from alembic import op
import sqlalchemy as sa

revision = '0011'
down_revision = '0010'


def upgrade() -> None:
    op.add_column('idempotency', sa.Column('salt', sa.String(), nullable=True))
    op.add_column('idempotency', sa.Column('body', sa.String(), nullable=True))


def downgrade() -> None:
    """Keys stand for whatever is sent, as before."""
    op.drop_column('idempotency', 'body')
    op.drop_column('idempotency', 'salt')
