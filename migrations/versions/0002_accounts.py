"""Accounts: who an identity provider's subject is here."""

from alembic import op
import sqlalchemy as sa

revision = '0002'
down_revision = '0001'

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
NAME = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade() -> None:
    op.create_table('accounts',
    sa.Column('issuer', NAME, nullable=False),
    sa.Column('sub', NAME, nullable=False),
    sa.Column('subject', NAME, nullable=False),
    sa.Column('position', BIG, nullable=False),
    sa.Column('linked_at', BIG, nullable=False),
    sa.Column('name', sa.String(), nullable=True),
    sa.Column('language', sa.String(), nullable=True),
    sa.Column('email', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('issuer', 'sub')
    )
    op.create_index(op.f('ix_accounts_subject'), 'accounts', ['subject'], unique=False)


def downgrade() -> None:
    """Accounts can be made again by signing in."""
    op.drop_table('accounts')
