"""The first tables."""

from alembic import op
import sqlalchemy as sa

from migrations.guards import protect

revision = '0001'
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
NAME = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade() -> None:
    op.create_table('access_log',
    sa.Column('id', BIG, nullable=False),
    sa.Column('at', BIG, nullable=False),
    sa.Column('reader', sa.String(), nullable=False),
    sa.Column('act', sa.String(), nullable=False),
    sa.Column('about', sa.String(), nullable=False),
    sa.Column('allowed', sa.Boolean(), nullable=False),
    sa.Column('rules', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('citizens',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('subject', NAME, nullable=False),
    sa.Column('merged_into', sa.String(), nullable=True),
    sa.Column('merged_position', BIG, nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('subject')
    )
    op.create_table('documents',
    sa.Column('position', BIG, nullable=False),
    sa.Column('field', NAME, nullable=False),
    sa.Column('salt', sa.String(), nullable=True),
    sa.Column('body', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('position', 'field')
    )
    op.create_table('idempotency',
    sa.Column('subject', NAME, nullable=False),
    sa.Column('key', NAME, nullable=False),
    sa.Column('positions', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('subject', 'key')
    )
    op.create_table('identifiers',
    sa.Column('issuer', NAME, nullable=False),
    sa.Column('identifier', NAME, nullable=False),
    sa.Column('citizen', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('issuer', 'identifier')
    )
    op.create_index(op.f('ix_identifiers_citizen'), 'identifiers', ['citizen'], unique=False)
    op.create_table('identity',
    sa.Column('position', BIG, nullable=False),
    sa.Column('citizen', sa.Integer(), nullable=False),
    sa.Column('superseded', BIG, nullable=True),
    sa.Column('salt', sa.String(), nullable=True),
    sa.Column('given_name', sa.String(), nullable=True),
    sa.Column('family_name', sa.String(), nullable=True),
    sa.Column('birth_date', sa.String(), nullable=True),
    sa.Column('death_date', sa.String(), nullable=True),
    sa.Column('sex', sa.String(), nullable=True),
    sa.Column('municipality', sa.String(), nullable=True),
    sa.Column('language', sa.String(), nullable=True),
    sa.Column('contact', sa.String(), nullable=True),
    sa.Column('identifiers', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('position')
    )
    op.create_index('identity_of_citizen', 'identity', ['citizen', 'position'], unique=False)
    op.create_table('imports',
    sa.Column('sha256', NAME, nullable=False),
    sa.Column('lines', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('sha256')
    )
    op.create_table('kinships',
    sa.Column('citizen', sa.Integer(), nullable=False),
    sa.Column('position', BIG, nullable=False),
    sa.Column('relative', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('ended_position', BIG, nullable=True),
    sa.PrimaryKeyConstraint('citizen', 'position')
    )
    op.create_table('ledger_checkpoints',
    sa.Column('size', BIG, nullable=False),
    sa.Column('signer', NAME, nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('size', 'signer')
    )
    op.create_table('ledger_entries',
    sa.Column('position', BIG, autoincrement=False, nullable=False),
    sa.Column('stream', NAME, nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('code', NAME, nullable=False),
    sa.Column('at', BIG, nullable=False),
    sa.Column('entry', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('position'),
    sa.UniqueConstraint('stream', 'version', name='one_version_each')
    )
    op.create_table('ledger_head',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('position', BIG, nullable=False),
    sa.Column('at', BIG, nullable=True),
    sa.Column('frontier', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('ledger_tiles',
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('number', BIG, nullable=False),
    sa.Column('hashes', sa.LargeBinary(), nullable=False),
    sa.Column('root', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('level', 'number')
    )
    op.create_table('phrases',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('text', NAME, nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('text')
    )
    op.create_table('protections',
    sa.Column('citizen', sa.Integer(), nullable=False),
    sa.Column('position', BIG, nullable=False),
    sa.Column('since', sa.String(), nullable=False),
    sa.Column('lifted_until', sa.String(), nullable=True),
    sa.Column('lifted_position', BIG, nullable=True),
    sa.PrimaryKeyConstraint('citizen', 'position')
    )
    op.create_table('representations',
    sa.Column('citizen', sa.Integer(), nullable=False),
    sa.Column('position', BIG, nullable=False),
    sa.Column('slot', sa.Integer(), nullable=False),
    sa.Column('representative', sa.String(), nullable=False),
    sa.Column('capacity', sa.String(), nullable=False),
    sa.Column('since', sa.String(), nullable=False),
    sa.Column('until', sa.String(), nullable=True),
    sa.Column('ended_until', sa.String(), nullable=True),
    sa.Column('ended_position', BIG, nullable=True),
    sa.PrimaryKeyConstraint('citizen', 'position')
    )
    op.create_table('said',
    sa.Column('citizen', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('effective', BIG, nullable=False),
    sa.Column('weight', sa.SmallInteger(), nullable=False),
    sa.Column('position', BIG, nullable=False),
    sa.Column('phrase', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('citizen', 'effective', 'weight', 'position'),
    sqlite_with_rowid=False
    )
    op.execute(
        sa.text("INSERT INTO ledger_head (id, position, frontier) VALUES (1, 0, :empty)").bindparams(
            sa.bindparam("empty", b"", sa.LargeBinary())
        )
    )
    protect()


def downgrade() -> None:
    """There is nothing before the first tables, and a ledger is not taken away."""
    raise RuntimeError("a ledger is not taken away")
