"""Programs that ask the demo's API: two machines of partners, and one with which people work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from joserfc.jwk import KeySet

from governance.lives.programme.partners import (
    LinkPartnerClient,
    PartnerScope,
    ProviderClient,
    RegisterPartner,
)
from governance.service.house import new_id
from governance.vocabulary.entries import Command
from governance.vocabulary.people import SubjectId
from governance.vocabulary.token_scopes import TokenScope
from portal.demo.identity import Client
from portal.login import make_client_key
from portal.login.keys import ClientKey, read_client_key

WORKBENCH = "workbench"
"""The program with which every persona may work: it may do whatever she may."""
BACK = "http://127.0.0.1/signed-in"
"""Where the workbench is sent back to: an address of the machine on which it runs (RFC 8252)."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A system of another organisation, and how far it may ask."""

    client_id: str
    organisation: str
    scopes: frozenset[PartnerScope]


MACHINES = (
    Machine("hospital", "Hospital San Fermín", frozenset(PartnerScope)),
    Machine(
        "biobank", "Biobanco del Arga", frozenset({PartnerScope.VERDICTS, PartnerScope.PERMITS})
    ),
)


def scopes_of(client_id: str) -> tuple[str, ...]:
    """What a program may ask the provider for."""
    for machine in MACHINES:
        if machine.client_id == client_id:
            return tuple(sorted(machine.scopes))
    return ("openid", *sorted(TokenScope))


def key_file(folder: Path, client_id: str) -> Path:
    """Where the private key of a program lies, in the demo's own folder."""
    return folder / "programs" / f"{client_id}.json"


def _key(folder: Path, client_id: str) -> ClientKey:
    """Made once."""
    path = key_file(folder, client_id)
    if not path.exists():
        make_client_key(path)
    return read_client_key(path)


def clients(folder: Path, audience: str) -> list[Client]:
    """All of them, as the provider knows them."""
    names = (WORKBENCH, *(machine.client_id for machine in MACHINES))
    return [
        Client(
            client_id=name,
            keys=KeySet([_key(folder, name)]),
            scopes=frozenset(scopes_of(name)),
            redirect_uris=(BACK,) if name == WORKBENCH else (),
            audience=audience,
        )
        for name in names
    ]


async def register_machines(do: Callable[[Command], Awaitable[object]], issuer: str) -> None:
    """The steward registers each, and says as which client it comes."""
    for machine in MACHINES:
        partner = SubjectId(new_id())
        name, scopes = machine.organisation, machine.scopes
        await do(RegisterPartner(partner_id=partner, organisation=name, scopes=scopes))
        client = ProviderClient(issuer, machine.client_id)
        await do(LinkPartnerClient(partner_id=partner, client=client))
