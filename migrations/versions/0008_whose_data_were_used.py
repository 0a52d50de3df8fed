"""Who is in a source, and what was delivered from it."""

from alembic import op
import sqlalchemy as sa

revision = '0008'
down_revision = '0007'

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
NAME = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade() -> None:
    op.create_table('source_files',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('sha256', NAME, nullable=False),
    sa.Column('issuer', NAME, nullable=False),
    sa.Column('people', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('sha256')
    )
    op.create_table('source_people',
    sa.Column('identifier', NAME, nullable=False),
    sa.Column('source', sa.Integer(), autoincrement=False, nullable=False),
    sa.PrimaryKeyConstraint('identifier', 'source'),
    sqlite_with_rowid=False
    )
    op.create_table('deliveries',
    sa.Column('release', NAME, nullable=False),
    sa.Column('sha256', NAME, nullable=False),
    sa.Column('issuer', NAME, nullable=False),
    sa.Column('permit', NAME, nullable=False),
    sa.Column('position', BIG, nullable=False),
    sa.PrimaryKeyConstraint('release', 'sha256', 'issuer')
    )
    op.create_index('deliveries_by_sha256', 'deliveries', ['sha256'])
    op.create_index('deliveries_by_permit', 'deliveries', ['permit'])


def downgrade() -> None:
    """Deliveries can be made again from the ledger, the people of a source by importing it."""
    op.drop_table('deliveries')
    op.drop_table('source_people')
    op.drop_table('source_files')
