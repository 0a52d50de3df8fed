"""What a browser calls itself, as far as its owner needs it to know her own sessions apart."""

from __future__ import annotations

FAMILIES = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
"""In this order: most of them claim to be those below them too."""


def browser_of(user_agent: str | None) -> str:
    """The family of a browser; empty where it is none that we know."""
    said = user_agent or ""
    return next((family for token, family in FAMILIES if token in said), "")
