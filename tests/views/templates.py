"""What many tests begin with, built once on each database and copied for each of them."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from portal.demo.cast import StoryClock
from tests.postgres import Server, apart
from tests.releases.signed import house_at

Build = Callable[[str, Path], Awaitable[Any]]
"""Builds something with a ``cast`` at an address and in a folder."""
FILE = "baimena.sqlite"


@dataclass(frozen=True)
class Template:
    """It was built, and its database is closed: never to be changed."""

    built: Any
    folder: Path
    database: str
    """On PostgreSQL, by whose name it is copied."""

    def opened(self, url: str, folder: Path) -> Any:
        """The same once more, around a copy of its database, in a folder of its own."""
        shutil.copytree(self.folder, folder, ignore=shutil.ignore_patterns(f"{FILE}*"))
        cast = self.built.cast
        clock = StoryClock(cast.clock.now)
        house = house_at(url, folder, clock)
        return deepcopy(self.built, {id(cast.house): house, id(cast.clock): clock})


class Templates:
    """Those of one test process."""

    def __init__(self, request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> None:
        self._request, self._folders = request, folders
        self._known: dict[tuple[str, str], Template] = {}

    @contextmanager
    def copied(self, build: Build, dialect: str, folder: Path) -> Iterator[Any]:
        """A copy for one test. Whoever takes it closes its database."""
        key = build.__name__, dialect
        if key not in self._known:
            self._known[key] = self._built(build, dialect)
        template = self._known[key]
        if dialect == "sqlite":
            shutil.copyfile(template.folder / FILE, folder / FILE)
            yield template.opened(f"sqlite:///{folder / FILE}", folder / "house")
        else:
            name = f"{template.database}_copied"
            url = self._postgres.create(name, template=template.database)
            yield template.opened(url, folder / "house")
            self._postgres.drop(name)

    def _built(self, build: Build, dialect: str) -> Template:
        folder, name = self._folders.mktemp(build.__name__), f"baimena_{build.__name__}"
        if dialect == "sqlite":
            shutil.copyfile(self._request.getfixturevalue("migrated_sqlite"), folder / FILE)
            url = f"sqlite:///{folder / FILE}"
        else:
            migrated = self._request.getfixturevalue("migrated_postgres")
            url = self._postgres.create(name, template=migrated)
        found: list[Any] = []

        async def work() -> None:
            found.append(await build(url, folder))
            await found[0].cast.house.database.close()

        apart(work)
        return Template(found[0], folder, name)

    @property
    def _postgres(self) -> Server:
        server: Server = self._request.getfixturevalue("postgres")
        return server
