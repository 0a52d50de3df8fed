"""Where nothing is ever sent, however it is spelt, and whatever a name means."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from graph.webhooks import NotPublic, public_addresses
from graph.webhooks.addresses import is_public

PRIVATE = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.1.2.3",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.192",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1",
    "2002:7f00:1::",
    "2001:0:0:0:0:0:80ff:fffe",
    "2001:db8::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%1",
    "fec0::1",
    "ff02::1",
]
PUBLIC = ["1.1.1.1", "9.9.9.9", "2606:4700:4700::1111", "2002:101:101::"]
SPELT = ["127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "0", "localhost"]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_out_in_public_is_none(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_out_in_public_is_one(address: str) -> None:
    assert is_public(ip_address(address))


@given(address=some.ip_addresses(v=4))
def test_what_hides_an_address_is_not_public_or_as_public_as_the_address(address: Any) -> None:
    for hidden in (f"::ffff:{address}", f"64:ff9b::{address}", f"::{address}"):
        assert not is_public(ip_address(hidden))
    tunnel = ip_address((0x2002 << 112) | (int(address) << 80))
    assert not is_public(tunnel) or is_public(address)


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Names mean these addresses, another list each time; who was asked for."""
    asked: list[str] = []

    def getaddrinfo(host: str, port: int, *rest: Any, **more: Any) -> list[Any]:
        found = answers[min(len(asked), len(answers) - 1)]
        asked.append(host)
        if not found:
            raise socket.gaierror("nobody")
        family = {4: socket.AF_INET, 6: socket.AF_INET6}
        return [
            (family[ip_address(one).version], socket.SOCK_STREAM, 6, "", (one, port))
            for one in found
        ]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


@pytest.mark.parametrize("host", SPELT)
async def test_this_machine_is_refused_however_it_is_spelt(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system reads all of these as numbers of its own: so what it reads is judged."""
    read = "127.0.0.1" if host == "localhost" else socket.inet_ntoa(socket.inet_aton(host))
    resolving(monkeypatch, [read])
    with pytest.raises(NotPublic):
        await public_addresses(host, 443)


@pytest.mark.parametrize("address", PRIVATE)
async def test_a_name_that_means_an_inner_address_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolving(monkeypatch, [address.partition("%")[0]])
    with pytest.raises(NotPublic):
        await public_addresses("inner.hospital.example", 443)


async def test_one_inner_address_among_others_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, ["1.1.1.1", "10.0.0.1"])
    with pytest.raises(NotPublic):
        await public_addresses("hospital.example", 443)


async def test_a_name_is_asked_for_once_and_its_number_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the name means a moment later (DNS rebinding) is never asked."""
    asked = resolving(monkeypatch, ["1.1.1.1"], ["127.0.0.1"])
    assert await public_addresses("hospital.example", 443) == ["1.1.1.1"]
    assert asked == ["hospital.example"]


async def test_a_name_that_means_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, [])
    for host in ("nobody.example", "a" * 300, "\udc80.example"):
        with pytest.raises(NotPublic):
            await public_addresses(host, 443)
