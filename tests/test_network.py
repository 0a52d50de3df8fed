"""The guard itself: a test that leaves this machine must fail, or nobody would notice."""

from __future__ import annotations

import socket

import pytest

from tests.network import NetworkUsed, stays_here


@pytest.mark.parametrize("host", ["192.0.2.1", "example.invalid", "2001:db8::1"])
def test_no_test_reaches_another_machine(host: str) -> None:
    with pytest.raises(NetworkUsed):
        socket.create_connection((host, 80), timeout=1)


def test_a_test_may_talk_to_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
    assert stays_here("/tmp/socket")
    assert stays_here(("::1", 80, 0, 0))
