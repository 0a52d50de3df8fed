"""ASGI applications served on ports of this machine, in the loop of the test."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp

HOST = "127.0.0.1"


def listening(port: int = 0) -> socket.socket:
    """A socket on a free port, or on this one."""
    opened = socket.socket()
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    opened.bind((HOST, port))
    return opened


def address(opened: socket.socket) -> str:
    """Where browsers find what listens there."""
    return f"http://{HOST}:{opened.getsockname()[1]}"


class Server(uvicorn.Server):
    """One that stops at once: the usual one looks every tenth of a second whether it may."""

    async def main_loop(self) -> None:
        """Until it is to stop."""
        await self.on_tick(0)
        while not self.should_exit:
            await asyncio.sleep(0.005)
        self.force_exit = True


@asynccontextmanager
async def serving(app: ASGIApp, opened: socket.socket) -> AsyncIterator[str]:
    """The application while the block lasts."""
    config = uvicorn.Config(app, log_level="error", lifespan="off", ws="none")
    server = Server(config)
    task = asyncio.create_task(server.serve(sockets=[opened]))
    try:
        while not server.started:
            await asyncio.sleep(0.01)
        yield address(opened)
    finally:
        server.should_exit = True
        await task
