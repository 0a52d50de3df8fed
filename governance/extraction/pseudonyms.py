"""Release pseudonyms: one name per person and permit, the same in every file of a package.

A pseudonym is keyed, so that without the permit's key nobody can go from a person to a pseudonym
(GDPR 4(5)); two permits have two keys, so that their packages cannot be joined. Pseudonyms are
never stored: replay makes them again, and destroying the key ends that.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable

KEY_BYTES = 32
PSEUDONYM_BYTES = 16


def pseudonyms(key: bytes, people: Iterable[str]) -> dict[str, str]:
    """Each person's pseudonym under the key of one permit: 32 hexadecimal characters.

    HMAC-SHA256 (RFC 2104, FIPS 180-4) cut to its first 16 bytes (NIST SP 800-107 5.1), which keeps
    two people apart in any population. Raises ValueError where the key is not 32 bytes.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a pseudonym key has {KEY_BYTES} bytes")
    digest = hmac.digest
    return {
        person: digest(key, person.encode(), "sha256")[:PSEUDONYM_BYTES].hex() for person in people
    }
