"""The parts of signing in, each on its own: addresses, cookies, keys, settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from joserfc.jwk import ECKey, OctKey, RSAKey
from starlette.responses import Response

from governance.service.house import House
from governance.settings import UnusableSettings, read_settings
from portal.login import (
    keep_pre_session,
    keep_session,
    local_path,
    login_of,
    make_client_key,
    refuse_demo_settings,
)
from portal.login.browsers import browser_of
from portal.login.keys import ClientKeyUnusable, algorithm_of, read_client_key
from portal.login.provider import is_loopback

OURS = ("/", "/eu/home", "/eu/requests/0a1b?page=2&sort=a%20b", "/es/x/", "/a?next=/b")
ELSEWHERE = (
    "//attacker.example",
    "///attacker.example",
    "/\\attacker.example",
    "\\\\attacker.example",
    "/\t/attacker.example",
    "/\n/attacker.example",
    "/\r\nSet-Cookie:x=y",
    "\t//attacker.example",
    " /eu/home",
    "https://attacker.example",
    "https:attacker.example",
    "HTTPS://attacker.example/eu",
    "javascript:alert(1)",
    "data:text/html,x",
    "/eu//attacker.example",
    "/a\x00b",
    "/ñ",
    "/a#fragment",
    "/a<script>",
    '/a"b',
    "attacker.example",
    "@attacker.example",
    "?x",
    "",
    "/" + "x" * 2000,
    None,
    ["/eu/home"],
)


@pytest.mark.parametrize("path", OURS)
def test_a_page_of_ours_may_come_after_signing_in(path: str) -> None:
    assert local_path(path) == path


@pytest.mark.parametrize("path", ELSEWHERE, ids=ascii)
def test_nothing_else_may(path: object) -> None:
    assert local_path(path) == "/"
    assert local_path(path, instead="/eu/") == "/eu/"


def test_a_long_path_is_read_in_no_time() -> None:
    assert local_path("/" + "a/" * 900 + "<") == "/"


def test_in_production_cookies_belong_to_one_host_and_to_https() -> None:
    response = Response()
    keep_session(response, "id", secure=True)
    keep_pre_session(response, "id", secure=True)
    session, pre = (value.lower() for value in response.headers.getlist("set-cookie"))
    assert session.startswith("__host-baimena=")
    assert pre.startswith("__host-baimena-sign-in=")
    for said in (session, pre):
        assert {"secure", "httponly", "path=/", "samesite=lax"} <= set(said.split("; "))
        assert "domain" not in said
    assert "max-age=600" in pre
    assert "max-age" not in session, "it ends with the browser, or on the server"


@pytest.mark.parametrize(
    ("said", "family"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome"),
        ("Mozilla/5.0 (iPhone) AppleWebKit/605 Version/18 Mobile Safari/604.1", "Safari"),
        ("curl/8.1", ""),
        (None, ""),
    ],
)
def test_of_a_browser_only_its_family_is_kept(said: str | None, family: str) -> None:
    assert browser_of(said) == family


def test_a_key_is_made_for_its_owner_alone_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "client.json"
    public = make_client_key(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert "d" not in public
    key = read_client_key(file)
    assert (key.kid, algorithm_of(key)) == (public["kid"], "ES256")
    with pytest.raises(FileExistsError):
        make_client_key(file)


@pytest.mark.parametrize("kind", ["absent", "no json", "public", "symmetric", "a list", "open"])
def test_a_key_that_cannot_be_trusted_is_not_used(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "client.json"
    private = ECKey.generate_key("P-256")
    held = {
        "no json": "x",
        "public": json.dumps(private.as_dict(private=False)),
        "symmetric": json.dumps(OctKey.generate_key(256).as_dict(private=True)),
        "a list": "[1]",
        "open": json.dumps(private.as_dict(private=True)),
    }
    if kind != "absent":
        file.touch(mode=0o644 if kind == "open" else 0o600)
        file.write_text(held[kind], encoding="utf-8")
    with pytest.raises(ClientKeyUnusable):
        read_client_key(file)


def test_a_key_signs_as_its_kind_does() -> None:
    assert algorithm_of(RSAKey.generate_key(2048)) == "PS256"
    assert algorithm_of(ECKey.generate_key("P-384")) == "ES384"
    with pytest.raises(ClientKeyUnusable):
        algorithm_of(ECKey.generate_key("P-521"))


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:1",
        "http://a.localhost",
        "http://127.1.2.3",
        "http://[::1]:8",
        "http://0.0.0.0",
    ],
)
def test_an_address_of_this_machine_is_known(url: str) -> None:
    assert is_loopback(url)
    assert not is_loopback("https://127.example.org")


@pytest.mark.parametrize(
    ("issuer", "public", "faults"),
    [
        ("https://id.example.org", "https://portal.example.org", ()),
        ("http://127.0.0.1:8001", "https://portal.example.org", ("BAIMENA_OIDC_ISSUER",)),
        ("https://localhost", "https://portal.example.org", ("BAIMENA_OIDC_ISSUER",)),
        ("http://id.example.org", "https://portal.example.org", ("BAIMENA_OIDC_ISSUER",)),
        (None, "https://portal.example.org", ("BAIMENA_OIDC_ISSUER",)),
        ("https://id.example.org", "http://portal.example.org", ("BAIMENA_PUBLIC_URL",)),
        (
            "http://127.0.0.1:8001",
            "http://127.0.0.1:8000",
            ("BAIMENA_OIDC_ISSUER", "BAIMENA_PUBLIC_URL"),
        ),
    ],
)
def test_production_refuses_the_settings_of_the_demo(
    issuer: str | None, public: str, faults: tuple[str, ...]
) -> None:
    settings = read_settings(oidc_issuer=issuer, public_url=public)
    try:
        refuse_demo_settings(settings)
        found: tuple[str, ...] = ()
    except UnusableSettings as refused:
        found = refused.names
    assert found == faults


async def test_a_portal_signs_people_in_as_its_settings_say(house: House, tmp_path: Path) -> None:
    file = tmp_path / "client.json"
    with pytest.raises(UnusableSettings) as refused:
        login_of(read_settings(), house)
    assert refused.value.names == ("BAIMENA_OIDC_ISSUER",)
    chosen = {"oidc_issuer": "https://id.example.org", "oidc_client_key": file}
    with pytest.raises(UnusableSettings) as refused:
        login_of(read_settings(**chosen), house)
    assert refused.value.names == ("BAIMENA_OIDC_CLIENT_KEY",)
    make_client_key(file)
    login = login_of(read_settings(**chosen, public_url="https://portal.example.org/"), house)
    assert login.redirect_uri == "https://portal.example.org/sign-in/callback"
    assert (login.secure, login.acr) == (True, "")
    await login.provider.close()
