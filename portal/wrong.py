"""What a visitor sees when something is not as she hoped: what happened, and what she can do."""

from __future__ import annotations

from starlette.responses import Response

from governance.refusals import Refusal
from portal.messages.audiences import audience_of
from portal.messages.refusals import in_words
from portal.visit import Visit

TEMPLATES = {
    400: "malformed",
    403: "refused",
    404: "not-found",
    405: "not-found",
    409: "conflict",
    413: "too-large",
    415: "malformed",
    429: "too-many",
    500: "broken",
    503: "broken",
}
"""One template per kind of fault; what is unknown here is the visitor's malformed request."""


def wrong(visit: Visit, status: int, *, refusal: Refusal | None = None) -> Response:
    """The page for a fault. ``refusal`` is worded for this reader."""
    template = f"errors/{TEMPLATES.get(status, 'malformed')}.html"
    audience = audience_of(visit.myself.roles)
    told = in_words(visit.tongue, refusal, audience) if refusal else None
    return visit.draw(template, status=status, refusal=told)
