"""Triggers: what the database itself refuses, whoever writes to it.

Append-only tables take no UPDATE, DELETE or TRUNCATE; erasable ones take an UPDATE only where it
makes values NULL. SQLite can replace a row by INSERT without firing a delete trigger, so that there
an insert over an existing key is refused too, and a position that is not the next one.
"""

from __future__ import annotations

from alembic import op

APPEND_ONLY = ("ledger_entries", "ledger_tiles", "ledger_checkpoints", "access_log")
KEYS = {
    "ledger_tiles": ("level", "number"),
    "ledger_checkpoints": ("size", "signer"),
    "access_log": ("id",),
    "documents": ("position", "field"),
    "identity": ("position",),
}
FIXED = {"documents": ("position", "field"), "identity": ("position", "citizen")}
ERASABLE = {
    "documents": ("salt", "body"),
    "identity": (
        "salt",
        "given_name",
        "family_name",
        "birth_date",
        "death_date",
        "sex",
        "municipality",
        "language",
        "contact",
        "identifiers",
    ),
}


def protect() -> None:
    """Create every trigger in the database at hand."""
    if op.get_bind().dialect.name == "sqlite":
        _protect_sqlite()
    else:
        _protect_postgresql()


def _not_an_erasure(table: str, differs: str) -> str:
    """When more than an erasure happens from OLD to NEW; ``superseded`` may be set once."""
    wrong = [f"NEW.{name} {differs} OLD.{name}" for name in FIXED[table]]
    wrong += [
        f"(NEW.{name} IS NOT NULL AND NEW.{name} {differs} OLD.{name})" for name in ERASABLE[table]
    ]
    if table == "identity":
        wrong.append(f"(OLD.superseded IS NOT NULL AND NEW.superseded {differs} OLD.superseded)")
    return " OR ".join(wrong)


def _refuse_sqlite(name: str, when: str, reason: str) -> None:
    op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{reason}'); END")


def _protect_sqlite() -> None:
    for table in APPEND_ONLY:
        for act in ("UPDATE", "DELETE"):
            _refuse_sqlite(
                f"{table}_no_{act.lower()}", f"{act} ON {table}", f"{table} is append-only"
            )
    for table in ERASABLE:
        reason = f"{table} is erased, never changed"
        _refuse_sqlite(f"{table}_no_delete", f"DELETE ON {table}", reason)
        condition = _not_an_erasure(table, "IS NOT")
        _refuse_sqlite(f"{table}_only_erased", f"UPDATE ON {table} WHEN {condition}", reason)
    for table, key in KEYS.items():
        same = " AND ".join(f"{name} = NEW.{name}" for name in key)
        exists = f"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"
        _refuse_sqlite(f"{table}_no_replace", exists, f"{table} has that row")
    _refuse_sqlite(
        "ledger_entries_dense",
        "INSERT ON ledger_entries WHEN NEW.position IS NOT "
        "(SELECT coalesce(max(position), 0) + 1 FROM ledger_entries) OR EXISTS "
        "(SELECT 1 FROM ledger_entries WHERE stream = NEW.stream AND version = NEW.version)",
        "positions are dense and versions unique",
    )
    _refuse_sqlite("ledger_head_stays", "DELETE ON ledger_head", "the ledger has a head")


def _protect_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION '% only grows, or is erased', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        _refuse_postgresql(f"{table}_append_only", f"UPDATE OR DELETE OR TRUNCATE ON {table}")
    for table in ERASABLE:
        _refuse_postgresql(f"{table}_no_delete", f"DELETE OR TRUNCATE ON {table}")
        condition = _not_an_erasure(table, "IS DISTINCT FROM")
        changed = f"UPDATE ON {table} FOR EACH ROW WHEN ({condition})"
        _refuse_postgresql(f"{table}_only_erased", changed)
    _refuse_postgresql("ledger_head_stays", "DELETE OR TRUNCATE ON ledger_head")
    op.execute(
        "CREATE FUNCTION refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF (SELECT min(position) <> (SELECT coalesce(max(position), 0) + 1 FROM ledger_entries e "
        "WHERE e.position < (SELECT min(position) FROM added)) "
        "OR max(position) - min(position) + 1 <> count(*) FROM added) "
        "THEN RAISE EXCEPTION 'positions are dense'; END IF; RETURN NULL; END $$"
    )
    op.execute(
        "CREATE TRIGGER ledger_entries_dense AFTER INSERT ON ledger_entries "
        "REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_gap()"
    )


def _refuse_postgresql(name: str, when: str) -> None:
    op.execute(f"CREATE TRIGGER {name} BEFORE {when} EXECUTE FUNCTION refuse_change()")
