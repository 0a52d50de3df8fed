"""Who read a record, and whom somebody represents, are looked up without reading everything."""

from alembic import op

revision = '0004'
down_revision = '0003'


def upgrade() -> None:
    op.create_index('access_log_by_about', 'access_log', ['about', 'at'])
    op.create_index(
        'representations_by_representative', 'representations', ['representative']
    )


def downgrade() -> None:
    """Indexes can be made again."""
    op.drop_index('representations_by_representative', 'representations')
    op.drop_index('access_log_by_about', 'access_log')
