"""Texts that may go further: into a database, a log, a page."""

from __future__ import annotations

import re

from graph.conduct.problems import Problem

UNUSABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, which PostgreSQL cannot keep, and halves of characters, which are no text."""
LONGEST = 10_000


def is_usable(text: str) -> bool:
    """Whether it is a text at all."""
    return not UNUSABLE.search(text)


def strict_text(value: object, *, longest: int = LONGEST) -> str:
    """The same text. Raises Problem where it is none, cannot be kept, or is too long.

    For the scalars of the schema: their errors keep the code.
    """
    if not isinstance(value, str) or not is_usable(value):
        raise Problem(400, "text-unusable")
    if len(value) > longest:
        raise Problem(400, "text-too-long", maximum=longest)
    return value
