"""What machines ask every site for: whether to index it, and whom to tell of a weakness."""

from __future__ import annotations

from datetime import timedelta

from starlette.responses import PlainTextResponse, Response

from portal.visit import Visit

GOOD_FOR = timedelta(days=90)
"""How long one may rely on ``security.txt`` (RFC 9116, 2.5.5: less than a year)."""


async def robots(visit: Visit) -> Response:
    """What is public may be found; invented people of a demo may not (RFC 9309)."""
    closed = "/" if visit.renderer.shared["demo"] else "/sign-in/"
    return PlainTextResponse(f"User-agent: *\nDisallow: {closed}\n")


async def security(visit: Visit) -> Response:
    """Whom to tell of a weakness, and in which languages (RFC 9116)."""
    expires = (visit.now + GOOD_FOR).replace(microsecond=0)
    lines = (
        f"Contact: mailto:{visit.renderer.shared['contact']}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: es, eu, en",
        f"Canonical: {visit.login.public_url}{visit.request.url.path}",
    )
    return PlainTextResponse("".join(f"{line}\n" for line in lines))
