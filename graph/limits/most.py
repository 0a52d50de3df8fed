"""How much of everything one document may hold. Partners read these in docs/partners.md."""

from __future__ import annotations

from dataclasses import dataclass

from governance.lives.access_requests.attachments import MOST_BYTES

PAGE = 100
"""The largest page, and what a list without a stated size counts as."""
MOST_PEOPLE = 10_000
"""The longest list of people that one decision may be asked for."""
PLAIN_BODY = 64 * 1024
"""Bytes of a request, whatever it asks for."""
BODY_WITH_LIST = PLAIN_BODY + 1024 * 1024
"""The same with a long list of people as a variable, of whoever is authenticated."""
BODY_WITH_FILE = PLAIN_BODY + 4 * (MOST_BYTES // 3 + 1)
"""The same with the largest document as a variable, in base64."""
LONGEST_BODY = max(BODY_WITH_LIST, BODY_WITH_FILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """More than this is refused, by the code that is named beside it."""

    text: int = 64 * 1024
    """Bytes of the query, in UTF-8 (``query-too-long``)."""
    tokens: int = 2_000
    """Words, signs, values and comments (``query-too-long``)."""
    digits: int = 30
    """Characters of a number (``query-too-long``)."""
    brackets: int = 50
    """Brackets of any kind open at once (``query-too-deep``)."""
    depth: int = 16
    """Fields within fields, fragments followed (``query-too-deep``)."""
    aliases: int = 40
    """Fields under another name, in the whole document (``too-many-aliases``)."""
    repeats: int = 20
    """Fields that come under one name at one place of the answer (``too-many-repeats``)."""
    meetings: int = 2_000
    """Pairs of such fields in one operation or fragment (``too-many-repeats``)."""
    directives: int = 40
    """Directives, in the whole document (``too-many-directives``)."""
    directives_each: int = 4
    """Directives at one place (``too-many-directives``)."""
    fields: int = 1_500
    """Fields and fragments of one operation, written out (``too-many-fields``)."""
    roots: int = 20
    """Fields of one operation at its root, fragments written out (``too-many-root-fields``)."""
    fragments: int = 40
    """Fragments of a document (``too-many-fragments``)."""
    spreads: int = 100
    """Places where a fragment is put to use (``too-many-fragments``)."""
    operations: int = 5
    """Operations of a document (``too-many-operations``)."""
    variables: int = 50
    """Variables that one operation declares (``too-many-variables``)."""
    cost: int = 100_000
    """Points of one request (``query-too-expensive``)."""


LIMITS = Limits()
