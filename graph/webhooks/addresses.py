"""Where nothing is ever sent: our own machine, private networks, and what hides them.

A name is resolved once, every address that it has must be public, and the message goes to one that
was looked at: a name that means something else a moment later changes nothing.
"""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address
CLOSED = (
    ip_network("192.0.0.0/24"),  # the protocols' own (RFC 6890); some clouds answer there
    ip_network("168.63.129.16/32"),  # a public number that a cloud answers inside its machines
    ip_network("192.88.99.0/24"),  # relays that nobody runs any more (RFC 7526)
)
"""Not out in public either, though the tables of the language do not say so."""
RESOLVED_WITHIN = 5.0
"""Seconds."""


class NotPublic(Exception):
    """Nothing may be sent to this host: it is nowhere, or not out in public."""


def _carried(address: Address) -> IPv4Address | None:
    """The IPv4 address to which an address of a tunnel leads; None for any other."""
    if isinstance(address, IPv4Address):
        return None
    return address.sixtofour or (address.teredo[1] if address.teredo else None)


def is_public(address: Address) -> bool:
    """Whether anybody out in public has this address. What hides one of IPv4 is none."""
    carried = _carried(address)
    if carried is not None and not is_public(carried):
        return False
    if isinstance(address, IPv6Address) and (address.is_site_local or address.scope_id):
        return False
    inner = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    return address.is_global and not inner and not any(address in one for one in CLOSED)


async def public_addresses(host: str, port: int, *, loopback: bool = False) -> list[str]:
    """The addresses of a host, all of them public. Raises :class:`NotPublic`.

    ``loopback`` allows this machine as well, for a demo whose receivers live beside it.
    """
    looking = asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    try:
        found = await asyncio.wait_for(looking, RESOLVED_WITHIN)
        addresses = [ip_address(entry[4][0]) for entry in found]
    except (OSError, ValueError, UnicodeError):
        raise NotPublic("the host cannot be found") from None
    if not addresses or not all(
        is_public(one) or (loopback and one.is_loopback) for one in addresses
    ):
        raise NotPublic("the host is not out in public")
    return list(dict.fromkeys(str(one) for one in addresses))
