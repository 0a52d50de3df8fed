"""Why a record was looked up, where the reader had to say so."""

from alembic import op
import sqlalchemy as sa

revision = '0013'
down_revision = '0012'


def upgrade() -> None:
    op.add_column('access_log', sa.Column('reason', sa.String(), nullable=True))


def downgrade() -> None:
    """Who looked up whom stays known, without why."""
    op.drop_column('access_log', 'reason')
