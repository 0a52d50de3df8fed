"""Access tokens for those who try the API: got from the demo's provider as programs get them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx2

from governance.service.web_state import new_token
from portal.demo.identity import CONFIRMED
from portal.demo.programs import BACK, MACHINES, WORKBENCH, key_file, scopes_of
from portal.login.keys import read_client_key
from portal.login.provider import OpenIDProvider, ProviderUnavailable


async def token_for(
    who: str, *, issuer: str, folder: Path, scopes: Sequence[str] = (), confirmed: bool = False
) -> str:
    """An access token for a machine, or for a persona by the workbench.

    ``confirmed``: she has just confirmed who she is. Raises ProviderUnavailable,
    ProviderDeclined (as for a scope that the program may not ask for), and ClientKeyUnusable where
    no demo was ever started in the folder.
    """
    machine = who in {machine.client_id for machine in MACHINES}
    client_id = who if machine else WORKBENCH
    asked = scopes_of(client_id)
    if scopes:
        asked = tuple(scopes) if machine else ("openid", *scopes)
    provider = OpenIDProvider(
        issuer,
        client_id=client_id,
        key=read_client_key(key_file(folder, client_id)),
        scope=" ".join(asked),
        clock=time.time,
    )
    try:
        if machine:
            return str((await provider.tokens_of_a_machine())["access_token"])
        return await _for_a_person(provider, who, confirmed=confirmed)
    except httpx2.HTTPError:
        raise ProviderUnavailable from None
    finally:
        await provider.close()


async def _for_a_person(provider: OpenIDProvider, who: str, *, confirmed: bool) -> str:
    verifier = new_token()
    url, _ = provider.client.create_authorization_url(
        (await provider.published()).authorization_endpoint,
        nonce=new_token(),
        code_verifier=verifier,
        redirect_uri=BACK,
        **({"acr_values": CONFIRMED, "prompt": "login"} if confirmed else {}),
    )
    back = await _clicked(url, who)
    code = parse_qs(urlsplit(back).query).get("code", [""])[0]
    tokens = await provider.tokens(code, verifier=verifier, redirect_uri=BACK)
    return str(tokens["access_token"])


async def _clicked(url: str, who: str) -> str:
    """Click as the persona would in a browser; where the provider sends her in the end."""
    async with httpx2.AsyncClient(trust_env=False) as browser:
        answer = await browser.get(url)
        for clicked in ({"persona": who}, {"confirm": "yes"}):
            page = urljoin(str(answer.url), answer.headers.get("location", ""))
            if page.startswith(BACK):
                return page
            answer = await browser.post(page, data=clicked)
    return str(answer.headers.get("location", ""))
