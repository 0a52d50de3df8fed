"""The portal's own key at its identity provider: a private JWK in a file (RFC 7523, 7517)."""

from __future__ import annotations

import json
from pathlib import Path

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, RSAKey

PRIVATE = 0o600
ClientKey = ECKey | RSAKey
ALGORITHM_OF_CURVE = {"P-256": "ES256", "P-384": "ES384"}


class ClientKeyUnusable(Exception):
    """The file is not there, is open to others, or holds no such key."""


def make_client_key(path: Path) -> dict[str, object]:
    """A new key in a new file; the public half, for the provider. Raises FileExistsError."""
    key = ECKey.generate_key("P-256", {"use": "sig"}, auto_kid=True)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=PRIVATE, exist_ok=False)
    path.write_text(json.dumps(key.as_dict(private=True)), encoding="utf-8")
    return dict(key.as_dict(private=False))


def read_client_key(path: Path) -> ClientKey:
    """The key in the file. Raises ClientKeyUnusable."""
    try:
        others = path.stat().st_mode & 0o077
        held = json.loads(path.read_text(encoding="utf-8"))
        key = JWKRegistry.import_key(held)
    except (OSError, ValueError, JoseError, TypeError):
        raise ClientKeyUnusable("holds no private key that can be read") from None
    if others:
        raise ClientKeyUnusable("is open to others: it must have mode 0600")
    if not isinstance(key, ECKey | RSAKey) or not key.is_private:
        raise ClientKeyUnusable("holds no private key for signing")
    return key


def algorithm_of(key: ClientKey) -> str:
    """How this key signs. Raises ClientKeyUnusable for a curve that providers do not know."""
    if isinstance(key, RSAKey):
        return "PS256"
    try:
        return ALGORITHM_OF_CURVE[key.curve_name]
    except KeyError:
        raise ClientKeyUnusable("has a curve that is neither P-256 nor P-384") from None
