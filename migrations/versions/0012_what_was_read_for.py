"""What a record was read for, where the reader said so."""

from alembic import op
import sqlalchemy as sa

revision = '0012'
down_revision = '0011'


def upgrade() -> None:
    op.add_column('access_log', sa.Column('purposes', sa.String(), nullable=True))


def downgrade() -> None:
    """What was read stays known, without what for."""
    op.drop_column('access_log', 'purposes')
