"""npm PostGraphile beside ours: installed once and kept, given plain tables of the same content."""

from __future__ import annotations

import json
import os
import platform
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

import asyncpg

from tests.benchmarks.serving import HOST
from tests.postgres import SUPERUSER, Server

PACKAGE, NODE = "postgraphile@5.1.5", "22.23.3"
LEAST_NODE = 22
"""What PostGraphile asks for; where ours is older, npm brings one that is not."""
HERE = Path(__file__).parent
SCRIPT, TABLES = "postgraphile.mjs", "postgraphile.sql"
SECONDS, READY = 300, "listening\n"
Row = dict[str, Any]


class NotHere(Exception):
    """It cannot be installed on this machine; says why."""


def installed(kept: Path) -> Path:
    """A folder with the package in it. Raises NotHere."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise NotHere("Node and npm are not on this machine")
    folder = (kept / "postgraphile").resolve()
    if not (folder / "done").exists():
        folder.mkdir(parents=True, exist_ok=True)
        packages = [PACKAGE] if _is_new_enough(node) else [PACKAGE, f"{_node()}@{NODE}"]
        quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]
        said = subprocess.run(
            [npm, "install", *quiet, *packages], cwd=folder, capture_output=True, timeout=SECONDS
        )
        if said.returncode != 0:
            raise NotHere(f"npm cannot install {PACKAGE} here")
        (folder / "done").touch()
    shutil.copyfile(HERE / SCRIPT, folder / SCRIPT)
    return folder


def _is_new_enough(node: str) -> bool:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.strip().removeprefix("v").partition(".")[0]) >= LEAST_NODE


def _node() -> str:
    """The package with the program for this machine."""
    machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    return f"node-{platform.system().lower()}-{machine}"


@contextmanager
def served(folder: Path, server: Server, database: str) -> Iterator[int]:
    """The port at which it answers while the block lasts."""
    with socket.socket() as one:
        one.bind((HOST, 0))
        port: int = one.getsockname()[1]
    at = f"postgres://{SUPERUSER}@localhost/{database}?host={server.folder}"
    told = {"connectionString": at, "port": port}
    known = {**os.environ, "BAIMENA_PEER": json.dumps(told), "GRAPHILE_ENV": "production"}
    own = folder / "node_modules" / _node() / "bin" / "node"
    command = [str(own) if own.exists() else "node", SCRIPT]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=known, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        list(takewhile(lambda line: line != READY, process.stdout))
        if process.poll() is not None:
            raise RuntimeError("PostGraphile did not start")
        try:
            yield port
        finally:
            process.terminate()


async def fill(
    server: Server, database: str, citizens: Sequence[Row], requests: Sequence[Row]
) -> None:
    """Its tables, filled with what ours answers to the same questions."""
    connection = await asyncpg.connect(host=str(server.folder), user=SUPERUSER, database=database)
    try:
        await connection.execute((HERE / TABLES).read_text("utf-8"))
        for table, rows in {**_of_citizens(citizens), **_of_requests(requests)}.items():
            columns = list(rows[0])
            records = [tuple(row[one] for one in columns) for row in rows]
            await connection.copy_records_to_table(
                table, records=records, columns=columns, schema_name="peer"
            )
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()


def _of_citizens(citizens: Sequence[Row]) -> dict[str, list[Row]]:
    people = [{"key": one["id"], "reach": one["consents"]["reach"]} for one in citizens]
    cells = [
        _cell(one["id"], place, cell)
        for one in citizens
        for place, cell in enumerate(one["consents"]["cells"])
    ]
    return {"citizens": people, "consents": cells}


def _cell(citizen: str, place: int, cell: Row) -> Row:
    sheet = cell["sheet"] or {"sheetId": None, "major": None, "minor": None}
    since, until = cell["since"], cell["validUntil"]
    return {
        "citizen": citizen,
        "place": place,
        **cell["cell"],
        "answer": cell["answer"],
        "since": since and datetime.fromisoformat(since),
        "valid_until": until and date.fromisoformat(until),
        "sheet_id": sheet["sheetId"],
        "major": sheet["major"],
        "minor": sheet["minor"],
    }


def _of_requests(requests: Sequence[Row]) -> dict[str, list[Row]]:
    people = {one["applicant"]["id"]: one["applicant"]["name"] for one in requests}
    datasets = {each["key"]: each["title"] for one in requests for each in one["datasets"]}
    rows = [
        {
            "key": one["key"],
            "place": place,
            "study": one["study"],
            "status": one["status"],
            "received_on": one["receivedOn"] and date.fromisoformat(one["receivedOn"]),
            "decide_by": one["decideBy"] and date.fromisoformat(one["decideBy"]),
            "applicant": one["applicant"]["id"],
        }
        for place, one in enumerate(requests)
    ]
    asked = [
        {"request": one["key"], "dataset": each["key"]}
        for one in requests
        for each in one["datasets"]
    ]
    decisions = [
        {
            "request": one["key"],
            "at": datetime.fromisoformat(one["decision"]["at"]),
            "granted": one["decision"]["granted"],
        }
        for one in requests
        if one["decision"]
    ]
    return {
        "people": [{"key": key, "name": name} for key, name in people.items()],
        "datasets": [{"key": key, "title": title} for key, title in datasets.items()],
        "requests": rows,
        "asked": asked,
        "decisions": decisions,
    }
