"""Requests, reviews, meetings, permits, releases and datasets are found by what they are."""

from alembic import op
import sqlalchemy as sa

revision = '0007'
down_revision = '0006'

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
NAME = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade() -> None:
    op.create_table('matters',
    sa.Column('life', NAME, nullable=False),
    sa.Column('key', NAME, nullable=False),
    sa.Column('first', BIG, nullable=False),
    sa.Column('status', NAME, nullable=False),
    sa.Column('due', NAME, nullable=True),
    sa.Column('belongs_to', NAME, nullable=True),
    sa.PrimaryKeyConstraint('life', 'key')
    )
    op.create_index('matters_by_status', 'matters', ['life', 'status', 'first'])
    op.create_index('matters_by_first', 'matters', ['life', 'first'])
    op.create_index('matters_by_whole', 'matters', ['life', 'belongs_to'])
    op.create_table('parts',
    sa.Column('person', NAME, nullable=False),
    sa.Column('life', NAME, nullable=False),
    sa.Column('part', NAME, nullable=False),
    sa.Column('key', NAME, nullable=False),
    sa.PrimaryKeyConstraint('person', 'life', 'part', 'key')
    )


def downgrade() -> None:
    """A read model can be made again: ``baimena rebuild``."""
    op.drop_table('parts')
    op.drop_table('matters')
