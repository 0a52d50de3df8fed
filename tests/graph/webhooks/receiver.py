"""A partner's own server: it takes what is sent, verifies it, and answers as it was told to."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from standardwebhooks import Webhook

ANSWER = b"HTTP/1.1 %d X\r\nconnection: close\r\ncontent-length: %d\r\n%s\r\n"


@dataclass
class Receiver:
    """What was received, and what is answered next."""

    scheme: str = "http"
    port: int = 0
    secret: str = ""
    heard: list[dict[str, Any]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    location: str = ""
    body: bytes = b""
    silent: bool = False
    written: int = 0

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}/changes?of=everything"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, verified as whoever holds the secret would."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            request, *lines = head.strip().split("\r\n")
            headers = {k.lower(): v.strip() for k, _, v in (one.partition(":") for one in lines)}
            body = await reader.readexactly(int(headers["content-length"]))
            assert request == "POST /changes?of=everything HTTP/1.1", request
            self.hosts.append(headers["host"])
            self.ids.append(headers["webhook-id"])
            if self.secret:
                self.heard.append(Webhook(self.secret).verify(body, headers))
            if self.silent:
                await reader.read()
                return
            await self._answer(writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    async def _answer(self, writer: asyncio.StreamWriter) -> None:
        status = self.statuses.pop(0) if self.statuses else 204
        where = f"location: {self.location}\r\n".encode() if self.location else b""
        writer.write(ANSWER % (status, len(self.body), where))
        for start in range(0, len(self.body), 65536):
            writer.write(self.body[start : start + 65536])
            await writer.drain()
            self.written = start + 65536


@asynccontextmanager
async def receiving(encrypted: ssl.SSLContext | None = None) -> AsyncIterator[Receiver]:
    """A receiver on a free port of this machine."""
    receiver = Receiver(scheme="https" if encrypted else "http")
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0, ssl=encrypted)
    receiver.port = server.sockets[0].getsockname()[1]
    async with server:
        yield receiver
