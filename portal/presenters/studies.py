"""What studies and environments are called on a page: their codes as words."""

from __future__ import annotations

import re

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def study_name(code: str | None) -> str:
    """``cardiometabolic-risk`` is *Cardiometabolic risk*."""
    words = (code or "").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def environment_name(written: str | None) -> str | None:
    """The same, where a code was written; words that an applicant wrote stay as they are."""
    return study_name(written) if written and CODE.fullmatch(written) else written
