"""Access tokens as a forger makes them; any header and any claim can be anything."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from joserfc.jwk import ECKey
from joserfc.jws import JWSRegistry

from tests.portal.sign_in.forging import encoded

Part = Mapping[str, Any]


def opened(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a token says, unchecked: its header and its claims."""
    head, body, _ = token.split(".")
    return _read(head), _read(body)


def _read(part: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return read


def signed(head: Part, claims: Part, key: ECKey) -> str:
    """A token with exactly this header, signed by this key."""
    said = f"{encoded(head)}.{encoded(claims)}"
    return f"{said}.{encoded(JWSRegistry.algorithms['ES256'].sign(said.encode(), key))}"


@dataclass(frozen=True, kw_only=True)
class Forgery:
    """How a genuine token is changed before it is signed, and by whom it is signed."""

    header: Part | None = None
    """Other headers; None takes one away."""
    claims: Part | None = None
    """Other claims; None takes one away."""
    how: str = "signed"

    def of(self, genuine: str, key: ECKey) -> str:
        """The token, where the provider signs with ``key``."""
        head, body = opened(genuine)
        head, claims = _changed(head, self.header), _changed(body, self.claims)
        match self.how:
            case "signed":
                return signed(head, claims, key)
            case "by a stranger":
                return signed(head, claims, ECKey.generate_key("P-256"))
            case "by a stranger who shows the key":
                own = ECKey.generate_key("P-256")
                return signed(head | {"jwk": own.as_dict(private=False)}, claims, own)
            case "not at all":
                return f"{encoded(head)}.{encoded(claims)}."
            case "with anything":
                return f"{encoded(head)}.{encoded(claims)}.anything"
            case "with the public key as a secret":
                said = f"{encoded(head)}.{encoded(claims)}"
                secret = key.as_pem(private=False)
                return f"{said}.{encoded(hmac.digest(secret, said.encode(), hashlib.sha256))}"
            case "for something else":
                return f"{encoded(head)}.{encoded(claims)}.{genuine.rpartition('.')[2]}"
            case _:
                raise ValueError(self.how)


def _changed(part: dict[str, Any], changes: Part | None) -> dict[str, Any]:
    told = part | dict(changes or {})
    return {name: value for name, value in told.items() if value is not None}
