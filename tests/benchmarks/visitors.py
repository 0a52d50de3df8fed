"""Visitors over real HTTP: so many connections that ask one after another, kept open."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.serving import HOST
from tests.portal.world import COOKIE

APART = 0.01
"""Seconds between one connection and the next."""


@dataclass(frozen=True, slots=True)
class Address:
    """What is asked for, with whose session, and what must come of it."""

    name: str
    path: str
    session: str | None = None
    status: int = 200

    def request(self, port: int) -> bytes:
        """The bytes of the request."""
        head = [f"GET {self.path} HTTP/1.1", f"Host: {HOST}:{port}", "Accept-Language: en"]
        cookies = ["baimena-language=en"]
        cookies += [f"{COOKIE}={self.session}"] if self.session else []
        return "\r\n".join([*head, f"Cookie: {'; '.join(cookies)}", "", ""]).encode()

    def fits(self, status: int, body: bytes) -> bool:
        """Whether this is the answer."""
        return status == self.status


@dataclass(frozen=True, slots=True)
class Posted:
    """A question in JSON, and what its answer must hold."""

    name: str
    path: str
    body: bytes
    head: tuple[str, ...] = ()
    holds: bytes = b""

    def request(self, port: int) -> bytes:
        """The bytes of the request."""
        head = [f"POST {self.path} HTTP/1.1", f"Host: {HOST}:{port}", *self.head]
        head += ["Content-Type: application/json", f"Content-Length: {len(self.body)}"]
        return "\r\n".join([*head, "", ""]).encode() + self.body

    def fits(self, status: int, body: bytes) -> bool:
        """Whether this is the answer: GraphQL tells errors with a status of success, too."""
        return status == 200 and b'"errors"' not in body and self.holds in body


Wanted = Address | Posted


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer."""

    status: int
    body: bytes
    seconds: float


@dataclass(frozen=True, slots=True)
class Visits:
    """What visits took."""

    seconds: float
    """Of all that count."""
    waits: list[float]
    asked: int
    """All of them, those too that do not count."""


class Visitor:
    """One connection, which stays open."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, address: Wanted) -> Answer:
        """Ask, and read the answer to its end. Raises RuntimeError for another than wanted."""
        start = time.perf_counter()
        if self._streams is None:
            self._streams = await asyncio.open_connection(HOST, self._port)
        reader, writer = self._streams
        writer.write(address.request(self._port))
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        status = int(head.split(b" ", 2)[1])
        length = int(head.partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        body = await reader.readexactly(length)
        if not address.fits(status, body):
            raise RuntimeError(f"{address.name}: {status}")
        if b"connection: close" in head:
            await self.leave()
        return Answer(status, body, time.perf_counter() - start)

    async def leave(self) -> None:
        """Close the connection."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def visits(port: int, addresses: Sequence[Wanted], count: int, connections: int) -> Visits:
    """So many visits by so many connections at once.

    They come one after another, as browsers do: of connections that come at the same moment, one
    process of the server takes all. What they ask until everybody is there does not count.
    """
    left, waits, everybody = iter(range(count)), list[float](), asyncio.Event()
    before = 0

    async def visitor(came: int) -> None:
        nonlocal before
        await asyncio.sleep(came * APART)
        one = Visitor(port)
        if came == connections - 1:
            everybody.set()
        while not everybody.is_set():
            await one.ask(addresses[came % len(addresses)])
            before += 1
        for number in left:
            waits.append((await one.ask(addresses[number % len(addresses)])).seconds)
        await one.leave()

    async with asyncio.TaskGroup() as group:
        for came in range(connections):
            group.create_task(visitor(came))
        await everybody.wait()
        start = time.perf_counter()
    return Visits(time.perf_counter() - start, waits, before + count)
