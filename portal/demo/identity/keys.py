"""The keys by which this provider signs: one in use, and those before it, still published."""

from __future__ import annotations

from typing import Any

from joserfc.jwk import ECKey, KeySet

ALGORITHM = "ES256"
KEPT = 3


class SigningKeys:
    """Signing keys that rotate."""

    def __init__(self) -> None:
        self._keys: list[ECKey] = []
        self.rotate()

    def rotate(self) -> None:
        """A new key signs from now on; tokens of the last ones can still be checked."""
        parameters = {"use": "sig", "alg": ALGORITHM}
        key = ECKey.generate_key("P-256", parameters, auto_kid=True)  # type: ignore[arg-type]
        self._keys = [key, *self._keys[: KEPT - 1]]

    @property
    def current(self) -> ECKey:
        """The key that signs."""
        return self._keys[0]

    @property
    def signing(self) -> KeySet:
        """The same, as a set of one: so its id gets into the header of a token."""
        return KeySet([self.current])

    def published(self) -> dict[str, Any]:
        """The public halves (RFC 7517)."""
        return {"keys": [key.as_dict(private=False) for key in self._keys]}
