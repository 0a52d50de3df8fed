"""Every statement that the database is given, whichever way it goes there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from governance.storage import driver


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that run meanwhile, in order."""
    statements: list[str] = []
    fetch = driver.fetch

    async def counting(session: Any, sql: str, *values: Any) -> Any:
        statements.append(sql)
        return await fetch(session, sql, *values)

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(driver, "fetch", counting)
        try:
            yield statements
        finally:
            event.remove(Engine, "before_cursor_execute", note)
