"""Stances: what each citizen has said so far that still counts."""

from alembic import op
import sqlalchemy as sa

revision = '0006'
down_revision = '0005'

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
TOLD = {
    'sqlite': 'group_concat(phrase)',
    'postgresql': "string_agg(phrase::text, ',')",
}


def upgrade() -> None:
    op.create_table('stances',
    sa.Column('citizen', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('phrases', sa.String(), nullable=False),
    sa.Column('effective', BIG, nullable=False),
    sa.Column('position', BIG, nullable=False),
    sa.PrimaryKeyConstraint('citizen')
    )
    # Everything she said: a stance that holds what no longer counts is longer, and as right.
    ordered = 'SELECT * FROM said ORDER BY citizen, effective, weight, position'
    op.execute(
        'INSERT INTO stances (citizen, phrases, effective, position) '
        f'SELECT citizen, {TOLD[op.get_bind().dialect.name]}, max(effective), max(position) '
        f'FROM ({ordered}) ordered GROUP BY citizen'
    )


def downgrade() -> None:
    """A rebuild makes them again."""
    op.drop_table('stances')
