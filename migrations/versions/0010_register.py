"""The public register: which requests it lists."""

from alembic import op
import sqlalchemy as sa

revision = '0010'
down_revision = '0009'

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
NAME = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade() -> None:
    op.create_table('register',
    sa.Column('request', NAME, nullable=False),
    sa.Column('received', BIG, nullable=False),
    sa.Column('received_on', NAME, nullable=False),
    sa.Column('purposes', sa.String(), nullable=False),
    sa.Column('decision', NAME, nullable=True),
    sa.Column('decided', BIG, nullable=True),
    sa.PrimaryKeyConstraint('request')
    )
    op.create_index('register_by_received', 'register', ['received'])


def downgrade() -> None:
    """It can be made again from the ledger."""
    op.drop_table('register')
