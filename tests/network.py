"""The tests reach nothing outside this machine: loopback and Unix sockets only."""

from __future__ import annotations

import ipaddress
import sys

GUARDED = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.bind": 1}
"""Audit events of the interpreter, and which of their arguments names the other side."""


class NetworkUsed(RuntimeError):
    """A test, or something it called, tried to leave this machine."""


def stays_here(address: object) -> bool:
    """Whether an address is a Unix socket or a loopback address; nobody's name is looked up."""
    if not isinstance(address, tuple):
        return isinstance(address, (str, bytes)) or address is None
    host = str(address[0])
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    where = GUARDED.get(event)
    if where is None:
        return
    address = arguments[where]
    if event == "socket.getaddrinfo":
        address = (address.decode() if isinstance(address, bytes) else address or "",)
    if not stays_here(address):
        raise NetworkUsed(f"{event}: the tests reach loopback and Unix sockets only")


def block() -> None:
    """From now on, and for the life of this process: an audit hook cannot be taken back."""
    sys.addaudithook(_guard)
