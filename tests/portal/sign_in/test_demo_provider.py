"""The demo's provider is as strict as a real one."""

from __future__ import annotations

import time
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from tests.portal.sign_in.demo_client import BACK, Running, for_code
from tests.portal.sign_in.forging import claims_in


async def test_tokens_are_signed_short_and_of_the_right_kind(running: Running) -> None:
    status, tokens = await running.token(for_code(running, await running.code()))
    assert (status, tokens["expires_in"], "refresh_token" in tokens) == (200, 300, False)
    keys = KeySet.import_key_set(running.keys.published())  # type: ignore[arg-type]
    said = jwt.decode(tokens["id_token"], keys, algorithms=["ES256"])
    assert said.header["typ"] == "JWT"
    assert (said.claims["sub"], said.claims["name"]) == ("ane", "Ane Erro")
    assert (said.claims["nonce"], said.claims["azp"]) == ("n", "baimena")
    assert said.claims["exp"] - said.claims["iat"] == 300
    assert {"sid", "auth_time", "acr", "at_hash"} <= said.claims.keys()
    access = jwt.decode(tokens["access_token"], keys, algorithms=["ES256"])
    assert access.header["typ"] == "at+jwt"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge_method": None}, "invalid_request"),
        ({"nonce": None}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": "code id_token"}, "unsupported_response_type"),
        ({"scope": "openid everything"}, "invalid_scope"),
        ({"prompt": "none"}, "login_required"),
    ],
)
async def test_a_careless_request_is_sent_back_with_the_name_of_the_issuer(
    running: Running, change: dict[str, str | None], error: str
) -> None:
    answer = await running.authorize(**change)
    back = urlsplit(answer.headers["location"])
    told = {name: values[0] for name, values in parse_qs(back.query).items()}
    assert f"{back.scheme}://{back.netloc}{back.path}" == BACK
    assert (told["error"], told["iss"], told["state"]) == (error, running.issuer, "s")


@pytest.mark.parametrize(
    "change",
    [
        {"redirect_uri": "https://attacker.example/"},
        {"redirect_uri": f"{BACK}/more"},
        {"redirect_uri": '"\\é'},
        {"redirect_uri": None},
        {"client_id": "unknown"},
        {"client_id": None},
        {"client_id": "hospital"},
    ],
)
async def test_nobody_is_sent_to_an_address_that_is_not_registered(
    running: Running, change: dict[str, str | None]
) -> None:
    answer = await running.authorize(**change)
    assert answer.status_code == 400
    assert "attacker" not in answer.text


async def test_a_code_is_used_once_by_its_client_with_its_verifier(running: Running) -> None:
    for changes in (
        {"code_verifier": "w" * 43},
        {"code_verifier": ""},
        {"redirect_uri": f"{BACK}x"},
    ):
        code = await running.code(nonce=str(time.monotonic_ns()))
        status, told = await running.token(for_code(running, code, **changes))
        assert (status, "access_token" in told) == (400, False), changes
        status, _ = await running.token(for_code(running, code))
        assert status == 400, "whoever showed it has used it up"
    code = await running.code(nonce="last")
    as_another = for_code(running, code, **running.assertion("hospital", running.machine))
    assert (await running.token(as_another))[0] == 400
    assert (await running.token(for_code(running, code)))[0] == 200
    assert (await running.token(for_code(running, code)))[0] == 400


async def test_a_nonce_is_good_for_one_code(running: Running) -> None:
    await running.code()
    answer = await running.authorize()
    assert "Replay" in answer.headers["location"]


async def test_a_code_lasts_a_minute(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    code = await running.code()
    now = time.time()
    monkeypatch.setattr("portal.demo.identity.memory.time.time", lambda: now + 61)
    assert (await running.token(for_code(running, code)))[0] == 400


async def test_a_machine_gets_a_token_for_its_audience_and_scopes(running: Running) -> None:
    asked = {"grant_type": "client_credentials", "scope": "read-consents"}
    status, tokens = await running.token(asked | running.assertion("hospital", running.machine))
    said = claims_in(tokens["access_token"])
    assert (status, said["aud"], said["sub"]) == (200, "https://api.example.org", "hospital")
    assert (said["scope"], "id_token" in tokens) == ("read-consents", False)


async def test_a_client_proves_itself_or_gets_nothing(running: Running) -> None:
    asked = {"grant_type": "client_credentials", "scope": "read-consents"}
    stranger = ECKey.generate_key("P-256")
    once = running.assertion("hospital", running.machine)
    assert (await running.token(asked | once))[0] == 200
    bad = {
        "used before": once,
        "another key": running.assertion("hospital", stranger),
        "another audience": running.assertion("hospital", running.machine, aud="https://x.example"),
        "expired": running.assertion("hospital", running.machine, exp=int(time.time()) - 600),
        "unknown": running.assertion("nobody", running.machine),
        "the portal": running.assertion("baimena", running.portal),
        "a secret": {"client_id": "hospital", "client_secret": "x"},
        "nothing": {},
    }
    statuses = {name: (await running.token(asked | proof))[0] for name, proof in bad.items()}
    assert {name: status // 100 for name, status in statuses.items()} == dict.fromkeys(bad, 4)
