"""The provider's keys: fetched, remembered, rotated, taken back; and a provider that is down."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from joserfc.jwk import ECKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from graph.authentication import ProviderKeys, ProviderUnavailable
from graph.authentication.keys import ASKED_AGAIN, BELIEVED, REMEMBERED
from tests.portal.sign_in.servers import address, listening, serving


def new_key(kid: str) -> ECKey:
    return ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256", "kid": kid})


@dataclass
class Publisher:
    """A provider that publishes, and counts who asks."""

    issuer: str = ""
    keys: list[Any] = field(default_factory=lambda: [new_key("1").as_dict(private=False)])
    document: dict[str, Any] | None = None
    down: bool = False
    asked: int = 0
    late: float = 0.0

    async def discovery(self, _: Request) -> Response:
        self.asked += 1
        await asyncio.sleep(self.late)
        if self.down:
            return PlainTextResponse("no", 503)
        told = {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/jwks"}
        return JSONResponse(told if self.document is None else self.document)

    async def jwks(self, _: Request) -> Response:
        return JSONResponse({"keys": self.keys})

    def publish(self, *kids: str) -> None:
        self.keys = [new_key(kid).as_dict(private=False) for kid in kids]


@dataclass
class Scene:
    provider: Publisher
    keys: ProviderKeys
    elapsed: list[float]

    async def knows(self, kid: str) -> bool:
        return await self.keys.find(kid) is not None


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    provider, opened, elapsed = Publisher(), listening(), [0.0]
    app = Starlette(
        routes=[
            Route("/.well-known/openid-configuration", provider.discovery),
            Route("/jwks", provider.jwks),
        ]
    )
    provider.issuer = address(opened)
    async with serving(app, opened):
        keys = ProviderKeys(provider.issuer, elapsed=lambda: elapsed[0])
        yield Scene(provider, keys, elapsed)
        await keys.close()


async def test_they_are_asked_for_once_and_remembered(scene: Scene) -> None:
    scene.provider.late = 0.05
    assert all(await asyncio.gather(*(scene.knows("1") for _ in range(20))))
    assert scene.provider.asked == 1
    scene.elapsed[0] += REMEMBERED
    assert await scene.knows("1")
    assert scene.provider.asked == 1
    scene.elapsed[0] += 1
    assert await scene.knows("1")
    assert scene.provider.asked == 2


async def test_a_new_key_is_found_at_once(scene: Scene) -> None:
    assert await scene.knows("1")
    scene.provider.publish("2", "1")
    assert await scene.knows("2")
    assert await scene.knows("1")
    assert scene.provider.asked == 2


async def test_keys_that_nobody_knows_cause_no_flood(scene: Scene) -> None:
    assert await scene.knows("1")
    for number in range(50):
        assert not await scene.knows(f"forged-{number}")
    await asyncio.gather(*(scene.knows(f"more-{number}") for number in range(50)))
    assert scene.provider.asked == 2
    scene.elapsed[0] += ASKED_AGAIN + 1
    assert not await scene.knows("forged")
    assert scene.provider.asked == 3
    assert await scene.knows("1"), "whoever has a known key is served all the while"


async def test_a_key_that_was_taken_back_is_forgotten(scene: Scene) -> None:
    assert await scene.knows("1")
    scene.provider.publish("2")
    assert await scene.knows("1"), "nobody has told us yet"
    scene.elapsed[0] += REMEMBERED + 1
    assert not await scene.knows("1")


async def test_a_key_that_was_taken_back_is_gone_with_the_first_token_of_the_next(
    scene: Scene,
) -> None:
    assert await scene.knows("1")
    scene.provider.publish("2")
    assert await scene.knows("2")
    assert not await scene.knows("1")


async def test_while_the_provider_is_down_known_keys_serve_and_others_are_refused(
    scene: Scene,
) -> None:
    assert await scene.knows("1")
    scene.provider.down = True
    scene.elapsed[0] += REMEMBERED + 1
    assert await scene.knows("1")
    assert not await scene.knows("2")
    scene.elapsed[0] = BELIEVED
    assert await scene.knows("1")
    asked = scene.provider.asked
    assert await scene.knows("1")
    assert scene.provider.asked == asked, "it is not asked for every request"
    scene.elapsed[0] = BELIEVED + 1
    assert not await scene.knows("1"), "for a day"
    scene.provider.down = False
    scene.elapsed[0] += ASKED_AGAIN
    assert await scene.knows("1")


async def test_a_slow_provider_keeps_nobody_waiting_whose_key_is_known(scene: Scene) -> None:
    assert await scene.knows("1")
    scene.provider.late = 0.5
    waiting = asyncio.create_task(scene.keys.find("2"))
    await asyncio.sleep(0.05)
    scene.elapsed[0] += REMEMBERED + 1
    async with asyncio.timeout(0.2):
        assert await scene.knows("1")
    assert await waiting is None


async def test_a_provider_that_never_answered_is_asked_again_after_a_while(scene: Scene) -> None:
    scene.provider.down = True
    assert not await scene.knows("1")
    scene.provider.down = False
    assert not await scene.knows("1")
    scene.elapsed[0] += ASKED_AGAIN + 1
    assert await scene.knows("1")


@pytest.mark.parametrize(
    "document",
    [
        {"issuer": "https://attacker.example", "jwks_uri": "HERE/jwks"},
        {"jwks_uri": "HERE/jwks"},
        {"issuer": "HERE/", "jwks_uri": "HERE/jwks"},
        {"issuer": "HERE"},
        {"issuer": "HERE", "jwks_uri": "file:///etc/passwd"},
        {"issuer": "HERE", "jwks_uri": ["HERE/jwks"]},
        {"issuer": "HERE", "jwks_uri": "HERE/nowhere"},
        {},
    ],
)
async def test_what_is_published_must_be_its_own(scene: Scene, document: dict[str, Any]) -> None:
    here = scene.provider.issuer
    scene.provider.document = {
        name: value.replace("HERE", here) if isinstance(value, str) else value
        for name, value in document.items()
    }
    assert not await scene.knows("1")


def test_over_https_keys_come_over_https() -> None:
    keys = ProviderKeys("https://id.example.org")
    with pytest.raises(ProviderUnavailable):
        keys._safe("http://id.example.org/jwks")
    assert keys._safe("https://keys.example.org/jwks") == "https://keys.example.org/jwks"


async def test_keys_that_could_not_sign_a_token_are_left_out(scene: Scene) -> None:
    good = new_key("good").as_dict(private=False)
    secret = {"kty": "oct", "kid": "secret", "k": "c2VjcmV0LW9mLXNvbWVib2R5"}
    nameless = {name: value for name, value in good.items() if name != "kid"}
    scene.provider.keys = [
        *(7, None, {"kty": "EC", "kid": "broken"}, secret, nameless),
        good | {"kid": "encrypts", "use": "enc"},
        good,
    ]
    for kid in ("broken", "secret", "encrypts", ""):
        assert not await scene.knows(kid), kid
    assert await scene.knows("good")


@pytest.mark.parametrize("keys", ["none", {}, None])
async def test_a_set_that_is_none_is_refused(scene: Scene, keys: Any) -> None:
    scene.provider.keys = keys
    assert not await scene.knows("1")
