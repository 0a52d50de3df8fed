"""What a provider publishes about itself: believed where it is safe, and its keys rotate."""

from __future__ import annotations

from typing import Any

import pytest
from joserfc.jwk import ECKey, KeySet, OctKey

from portal.login.provider import ProviderUnavailable, read_published
from portal.login.tokens import UnknownKey, key_set
from tests.portal.sign_in.conftest import Scene

ISSUER = "https://id.example.org"
TOLD: dict[str, Any] = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize",
    "token_endpoint": f"{ISSUER}/token",
    "jwks_uri": f"{ISSUER}/jwks",
    "code_challenge_methods_supported": ["S256"],
}


def test_a_safe_provider_is_believed() -> None:
    published = read_published(TOLD, ISSUER)
    assert (published.end_session_endpoint, published.names_itself) == (None, False)


@pytest.mark.parametrize(
    "change",
    [
        {"issuer": "https://other.example"},
        {"issuer": f"{ISSUER}/"},
        {"issuer": None},
        {"token_endpoint": "http://id.example.org/token"},
        {"token_endpoint": "http://127.0.0.1/token"},
        {"jwks_uri": None},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"end_session_endpoint": "http://id.example.org/leave"},
        {"code_challenge_methods_supported": ["plain"]},
        {"code_challenge_methods_supported": None},
    ],
)
def test_an_unsafe_one_is_not(change: dict[str, Any]) -> None:
    with pytest.raises(ProviderUnavailable):
        read_published(TOLD | change, ISSUER)


@pytest.mark.parametrize("told", [None, [], "x", {}])
def test_what_is_no_such_document_is_refused(told: object) -> None:
    with pytest.raises(ProviderUnavailable):
        read_published(told, ISSUER)


def test_only_keys_that_sign_are_taken() -> None:
    good = ECKey.generate_key("P-256", auto_kid=True).as_dict(private=False)
    odd: list[Any] = [
        {**good, "use": "enc"},
        {name: value for name, value in good.items() if name != "kid"},
        OctKey.generate_key(256, auto_kid=True).as_dict(private=True),
        {"kty": "EC", "kid": "x"},
        "x",
    ]
    assert [key.kid for key in key_set({"keys": [*odd, good]})] == [good["kid"]]
    wrong: list[Any] = [{"keys": odd}, {"keys": {}}, {}, None]
    for told in wrong:
        with pytest.raises(ValueError, match="no keys"):
            key_set(told)


async def test_a_new_key_is_looked_for_and_forgeries_cause_no_flood(scene: Scene) -> None:
    provider, asked = scene.login.provider, list[str]()
    await scene.ane.sign_in()
    genuine = provider._get

    async def counted(url: str) -> Any:
        asked.append(url)
        return await genuine(url)

    provider._get = counted  # type: ignore[method-assign]

    def unknown(_keys: KeySet) -> None:
        raise UnknownKey

    for _ in range(5):
        with pytest.raises(UnknownKey):
            await provider.checked(unknown)
    assert len(asked) == 1


@pytest.mark.parametrize("provider", ["demo"], indirect=True)
async def test_people_still_sign_in_when_the_provider_changes_its_key(scene: Scene) -> None:
    await scene.ane.sign_in()
    assert scene.provider.rotate is not None
    scene.provider.rotate()
    other = scene.visitor("benat")
    assert (await other.sign_in()).status_code == 303
