"""Reads of records are found by who read, by what was done, and by when."""

from alembic import op

revision = '0009'
down_revision = '0008'

INDEXES = {
    'access_log_by_reader': ['reader', 'id'],
    'access_log_by_act': ['act', 'id'],
    'access_log_by_time': ['at', 'id'],
}


def upgrade() -> None:
    for name, columns in INDEXES.items():
        op.create_index(name, 'access_log', columns)


def downgrade() -> None:
    """Indexes can be made again."""
    for name in INDEXES:
        op.drop_index(name, 'access_log')
