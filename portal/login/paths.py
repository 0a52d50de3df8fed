"""Where somebody goes after signing in: a page of this portal, and nowhere else."""

from __future__ import annotations

import re

LONGEST = 2000
_CHARACTERS = r"[\w.~!$&'()*+,;=:@%-]"
LOCAL = re.compile(
    rf"/(?:{_CHARACTERS}+(?:/{_CHARACTERS}+)*/?)?(?:\?[\w.~!$&'()*+,;=:@%/?-]*)?", re.A
)
"""One slash at the start and no two together, no backslash, no control character: whatever a
browser reads as the name of another host does not match (RFC 3986 4.2; WHATWG URL 4.4)."""


def local_path(said: object, *, instead: str = "/") -> str:
    """The path that an address asked for, where it is one of ours; ``instead`` where it is not."""
    if isinstance(said, str) and len(said) <= LONGEST and LOCAL.fullmatch(said):
        return said
    return instead
