"""The first tables."""

from alembic import op
import sqlalchemy as sa
import sqlmodel

revision = '0001'
down_revision = None

APPEND_ONLY = ("ledger_entries", "ledger_tiles", "ledger_checkpoints", "access_log")
ONLY_ERASED = {"documents": "body", "identity": "salt"}
"""Values may become NULL, and nothing else may change about them."""


def _protect_sqlite() -> None:
    for table in APPEND_ONLY:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    for table, column in ONLY_ERASED.items():
        op.execute(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is never deleted, only erased'); END"
        )
        op.execute(
            f"CREATE TRIGGER {table}_only_erased BEFORE UPDATE OF {column} ON {table} "
            f"WHEN NEW.{column} IS NOT NULL AND NEW.{column} IS NOT OLD.{column} "
            f"BEGIN SELECT RAISE(ABORT, '{table} can only be erased'); END"
        )


def _protect_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "EXECUTE FUNCTION refuse_change()"
        )
    for table, column in ONLY_ERASED.items():
        op.execute(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE OR TRUNCATE ON {table} "
            "EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_only_erased BEFORE UPDATE ON {table} FOR EACH ROW "
            f"WHEN (NEW.{column} IS NOT NULL AND NEW.{column} IS DISTINCT FROM OLD.{column}) "
            "EXECUTE FUNCTION refuse_change()"
        )


def upgrade() -> None:
    op.create_table('access_log',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('reader', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('act', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('about', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('allowed', sa.Boolean(), nullable=False),
    sa.Column('rules', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('citizens',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('merged_into', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('merged_position', sa.BigInteger(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('subject')
    )
    op.create_table('documents',
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('field', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('salt', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('body', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.PrimaryKeyConstraint('position', 'field')
    )
    op.create_table('idempotency',
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('positions', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('subject', 'key')
    )
    op.create_table('identifiers',
    sa.Column('issuer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('identifier', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('citizen', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('issuer', 'identifier')
    )
    op.create_index(op.f('ix_identifiers_citizen'), 'identifiers', ['citizen'], unique=False)
    op.create_table('identity',
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('citizen', sa.Integer(), nullable=False),
    sa.Column('superseded', sa.BigInteger(), nullable=True),
    sa.Column('salt', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('given_name', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('family_name', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('birth_date', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('death_date', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('sex', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('municipality', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('contact', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('identifiers', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.PrimaryKeyConstraint('position')
    )
    op.create_index('identity_of_citizen', 'identity', ['citizen', 'position'], unique=False)
    op.create_table('imports',
    sa.Column('sha256', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('lines', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('sha256')
    )
    op.create_table('kinships',
    sa.Column('citizen', sa.Integer(), nullable=False),
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('relative', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('ended_position', sa.BigInteger(), nullable=True),
    sa.PrimaryKeyConstraint('citizen', 'position')
    )
    op.create_table('ledger_checkpoints',
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('size')
    )
    op.create_table('ledger_entries',
    sa.Column('position', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('stream', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('entry', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('position'),
    sa.UniqueConstraint('stream', 'version', name='one_version_each')
    )
    op.create_table('ledger_head',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=True),
    sa.Column('frontier', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('ledger_tiles',
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('number', sa.BigInteger(), nullable=False),
    sa.Column('hashes', sa.LargeBinary(), nullable=False),
    sa.Column('root', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('level', 'number')
    )
    op.create_table('phrases',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('text')
    )
    op.create_table('protections',
    sa.Column('citizen', sa.Integer(), nullable=False),
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('since', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('lifted_until', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('lifted_position', sa.BigInteger(), nullable=True),
    sa.PrimaryKeyConstraint('citizen', 'position')
    )
    op.create_table('representations',
    sa.Column('citizen', sa.Integer(), nullable=False),
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('slot', sa.Integer(), nullable=False),
    sa.Column('representative', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('capacity', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('since', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('until', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('ended_until', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('ended_position', sa.BigInteger(), nullable=True),
    sa.PrimaryKeyConstraint('citizen', 'position')
    )
    op.create_table('said',
    sa.Column('citizen', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('effective', sa.BigInteger(), nullable=False),
    sa.Column('weight', sa.SmallInteger(), nullable=False),
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('phrase', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('citizen', 'effective', 'weight', 'position'),
    sqlite_with_rowid=False
    )
    op.execute(
        sa.text("INSERT INTO ledger_head (id, position, frontier) VALUES (1, 0, :empty)").bindparams(
            sa.bindparam("empty", b"", sa.LargeBinary())
        )
    )
    if op.get_bind().dialect.name == "sqlite":
        _protect_sqlite()
    else:
        _protect_postgresql()


def downgrade() -> None:
    op.drop_table('said')
    op.drop_table('representations')
    op.drop_table('protections')
    op.drop_table('phrases')
    op.drop_table('ledger_tiles')
    op.drop_table('ledger_head')
    op.drop_table('ledger_entries')
    op.drop_table('ledger_checkpoints')
    op.drop_table('kinships')
    op.drop_table('imports')
    op.drop_index('identity_of_citizen', table_name='identity')
    op.drop_table('identity')
    op.drop_index(op.f('ix_identifiers_citizen'), table_name='identifiers')
    op.drop_table('identifiers')
    op.drop_table('idempotency')
    op.drop_table('documents')
    op.drop_table('citizens')
    op.drop_table('access_log')
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
