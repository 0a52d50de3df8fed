"""Web sessions, sign-ins under way, parked forms, quotas: what the portal keeps for a while."""

from alembic import op
import sqlalchemy as sa

revision = '0003'
down_revision = '0002'

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
NAME = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade() -> None:
    op.create_table('web_sessions',
    sa.Column('id_hash', NAME, nullable=False),
    sa.Column('handle', NAME, nullable=False),
    sa.Column('subject', NAME, nullable=False),
    sa.Column('issuer', NAME, nullable=False),
    sa.Column('sub', NAME, nullable=False),
    sa.Column('sid', NAME, nullable=True),
    sa.Column('created', BIG, nullable=False),
    sa.Column('last_seen', BIG, nullable=False),
    sa.Column('ended', BIG, nullable=True),
    sa.Column('stepped_up_at', BIG, nullable=True),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('browser', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id_hash'),
    sa.UniqueConstraint('handle')
    )
    op.create_index(op.f('ix_web_sessions_subject'), 'web_sessions', ['subject'], unique=False)
    op.create_index(op.f('ix_web_sessions_sub'), 'web_sessions', ['sub'], unique=False)
    op.create_table('sign_ins',
    sa.Column('state_hash', NAME, nullable=False),
    sa.Column('pre_session_hash', NAME, nullable=False),
    sa.Column('issuer', sa.String(), nullable=False),
    sa.Column('nonce', sa.String(), nullable=False),
    sa.Column('verifier', sa.String(), nullable=False),
    sa.Column('next_path', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('stepping_up', sa.String(), nullable=True),
    sa.Column('begun', BIG, nullable=False),
    sa.Column('expires', BIG, nullable=False),
    sa.PrimaryKeyConstraint('state_hash')
    )
    op.create_index(op.f('ix_sign_ins_expires'), 'sign_ins', ['expires'], unique=False)
    op.create_table('parked_forms',
    sa.Column('token_hash', NAME, nullable=False),
    sa.Column('subject', NAME, nullable=False),
    sa.Column('path', sa.String(), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.Column('expires', BIG, nullable=False),
    sa.PrimaryKeyConstraint('token_hash')
    )
    op.create_index(op.f('ix_parked_forms_subject'), 'parked_forms', ['subject'], unique=False)
    op.create_table('quotas',
    sa.Column('key', NAME, nullable=False),
    sa.Column('spent_until', BIG, nullable=False),
    sa.PrimaryKeyConstraint('key')
    )
    op.create_table('used_once',
    sa.Column('key_hash', NAME, nullable=False),
    sa.Column('expires', BIG, nullable=False),
    sa.PrimaryKeyConstraint('key_hash')
    )
    op.create_table('notices_seen',
    sa.Column('subject', NAME, nullable=False),
    sa.Column('position', BIG, nullable=False),
    sa.PrimaryKeyConstraint('subject')
    )


def downgrade() -> None:
    """Everybody is signed out."""
    for table in (
        'notices_seen', 'used_once', 'quotas', 'parked_forms', 'sign_ins', 'web_sessions'
    ):
        op.drop_table(table)
