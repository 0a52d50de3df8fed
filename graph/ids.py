"""Global ids: what kind of thing, and its key. Opaque to whoever holds one (Relay's Node)."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode

LONGEST = 400


def global_id(kind: str, key: str) -> str:
    """``kind`` is a type of the schema, ``key`` what the thing is called in the house."""
    return urlsafe_b64encode(f"{kind}:{key}".encode()).decode().rstrip("=")


def kind_and_key(one: str) -> tuple[str, str] | None:
    """What an id means; None where it is none of ours."""
    try:
        padded = one + "=" * (-len(one) % 4)
        kind, colon, key = urlsafe_b64decode(padded.encode("ascii")).decode().partition(":")
    except (binascii.Error, ValueError):
        return None
    fine = colon and key and len(one) <= LONGEST and global_id(kind, key) == one
    return (kind, key) if fine else None
