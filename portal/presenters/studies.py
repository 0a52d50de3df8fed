"""What a study is called on a page: its code as words."""

from __future__ import annotations


def study_name(code: str | None) -> str:
    """``cardiometabolic-risk`` is *Cardiometabolic risk*."""
    words = (code or "").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
