"""Entries of the ledger are found by what they are; a release keeps its counts."""

from alembic import op
import sqlalchemy as sa

revision = '0005'
down_revision = '0004'

NAME = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade() -> None:
    op.create_index('ledger_entries_by_code', 'ledger_entries', ['code', 'position'])
    op.create_table('release_counts',
    sa.Column('release', NAME, nullable=False),
    sa.Column('considered', sa.Integer(), nullable=False),
    sa.Column('included', sa.Integer(), nullable=False),
    sa.Column('not_registered', sa.Integer(), nullable=False),
    sa.Column('blanked', sa.Integer(), nullable=True),
    sa.Column('by_rule', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('release')
    )


def downgrade() -> None:
    """Indexes can be made again, and releases counted again."""
    op.drop_table('release_counts')
    op.drop_index('ledger_entries_by_code', 'ledger_entries')
