"""The two providers against which everything is tried, with the keys by which they sign."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from joserfc.jwk import ECKey, KeySet

from governance.vocabulary.people import Language
from portal.demo.identity import CONFIRMED, Client, Persona, SigningKeys, create_provider
from portal.login import BACK_CHANNEL_PATH, CALLBACK_PATH, SIGNED_OUT_PATH
from tests.portal.sign_in.servers import address, listening, serving

CLIENT_ID = "baimena"
PEOPLE = {"ane": "Ane Erro", "benat": "Beñat Goñi"}


@dataclass(frozen=True)
class RunningProvider:
    """A provider that runs."""

    issuer: str
    key: ECKey
    """By which it signs: forgeries of the tests are signed by it, or nearly."""
    acr: str
    """What a step-up reaches there; empty where it says nothing."""
    rotate: Callable[[], None] | None = None
    """Give it a new key, where that can be done from here."""


def personas() -> list[Persona]:
    """A few people."""
    return [
        Persona(
            sub=sub,
            name=name,
            is_somebody={language: f"{name} ({language})" for language in Language},
            claims={"locale": "eu", "email": f"{sub}@example.org", "citizen": f"number of {sub}"},
        )
        for sub, name in PEOPLE.items()
    ]


def client_at(portal: str, key: ECKey) -> Client:
    """The portal, as a provider knows it."""
    return Client(
        client_id=CLIENT_ID,
        keys=KeySet([key]),
        redirect_uris=(portal + CALLBACK_PATH,),
        post_logout_redirect_uris=(portal + SIGNED_OUT_PATH,),
        backchannel_logout_uri=portal + BACK_CHANNEL_PATH,
    )


@asynccontextmanager
async def demo_provider(portal: str, key: ECKey) -> AsyncIterator[RunningProvider]:
    """The demo's own."""
    keys, opened = SigningKeys(), listening()
    app = create_provider(personas(), [client_at(portal, key)], keys, address(opened))
    async with serving(app, opened) as issuer:
        yield RunningProvider(issuer, keys.current, CONFIRMED, keys.rotate)
