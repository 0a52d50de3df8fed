"""Signing out here, and telling every client that took part (OpenID Back-Channel Logout 1.0)."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Iterable

import httpx2
from joserfc import jwt

from portal.demo.identity.clients import Client
from portal.demo.identity.keys import ALGORITHM, SigningKeys
from portal.demo.identity.personas import Session

EVENT = "http://schemas.openid.net/event/backchannel-logout"
LASTS = 120
PATIENCE = 5.0


def logout_token(issuer: str, client: Client, session: Session, keys: SigningKeys) -> str:
    """What tells one client that this session is over."""
    now = int(time.time())
    claims = {
        "iss": issuer,
        "aud": client.client_id,
        "iat": now,
        "exp": now + LASTS,
        "jti": secrets.token_hex(16),
        "events": {EVENT: {}},
        "sub": session.persona.sub,
        "sid": session.sid,
    }
    header = {"alg": ALGORITHM, "typ": "logout+jwt", "kid": keys.current.kid}
    return jwt.encode(header, claims, keys.current)


async def tell(issuer: str, clients: Iterable[Client], session: Session, keys: SigningKeys) -> None:
    """Tell each of them; one that does not answer keeps nobody else from being told."""
    async with httpx2.AsyncClient(timeout=PATIENCE, trust_env=False) as http:
        told = [
            http.post(
                client.backchannel_logout_uri,
                data={"logout_token": logout_token(issuer, client, session, keys)},
            )
            for client in clients
            if client.backchannel_logout_uri and client.client_id in session.clients
        ]
        await asyncio.gather(*told, return_exceptions=True)
