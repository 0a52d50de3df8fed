"""How far each webhook has been told."""

from alembic import op
import sqlalchemy as sa

revision = '0014'
down_revision = '0013'

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
NAME = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade() -> None:
    op.create_table(
        'webhook_deliveries',
        sa.Column('partner', NAME, nullable=False),
        sa.Column('webhook', NAME, nullable=False),
        sa.Column('run', sa.Integer(), nullable=False),
        sa.Column('position', BIG, nullable=False),
        sa.Column('attempts', sa.Integer(), nullable=False),
        sa.Column('next_at', BIG, nullable=False),
        sa.Column('failing_since', BIG, nullable=True),
        sa.Column('held_until', BIG, nullable=False),
        sa.PrimaryKeyConstraint('partner', 'webhook'),
    )


def downgrade() -> None:
    """Where everything that was told so far is told again."""
    op.drop_table('webhook_deliveries')
