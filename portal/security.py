"""What stands before every page: hosts, headers, other sites' forms, sizes, and how often.

Sources: OWASP ASVS 5.0 (3.4, 3.5, 4.1, 2.4); RFC 9110; W3C CSP 3; W3C Fetch Metadata.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from asgi_cross_origin_protection import CrossOriginProtection
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from secure import (
    ContentSecurityPolicy,
    CrossOriginOpenerPolicy,
    CrossOriginResourcePolicy,
    PermissionsPolicy,
    ReferrerPolicy,
    Secure,
    StrictTransportSecurity,
    XContentTypeOptions,
    XFrameOptions,
)
from secure.middleware import SecureASGIMiddleware
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request

LARGEST_BODY = 3 * 1024 * 1024
"""A PDF of two megabytes and what surrounds it; pages without files take far less."""
UNUSED = ("camera", "geolocation", "microphone", "payment", "usb")


def headers(issuer: str, *, secure: bool) -> Secure:
    """The headers of every answer. Sign-out leads to the provider, so forms may end there."""
    parts = urlsplit(issuer)
    provider = f"{parts.scheme}://{parts.netloc}"
    policy = (
        ContentSecurityPolicy()
        .default_src("'none'")
        .style_src("'self'")
        .script_src("'self'")
        .img_src("'self'", "data:")
        .font_src("'self'")
        .connect_src("'self'")
        .manifest_src("'self'")
        .form_action("'self'", provider)
        .frame_ancestors("'none'")
        .base_uri("'none'")
    )
    permissions = PermissionsPolicy()
    for feature in UNUSED:
        permissions.directive(feature)
    return Secure(
        csp=policy,
        coop=CrossOriginOpenerPolicy().same_origin(),
        corp=CrossOriginResourcePolicy().same_origin(),
        permissions=permissions,
        referrer=ReferrerPolicy().same_origin(),
        hsts=StrictTransportSecurity().max_age(31536000).include_subdomains() if secure else None,
        xcto=XContentTypeOptions().nosniff(),
        xfo=XFrameOptions().deny(),
    )


def guards(
    hosts: Sequence[str], issuer: str, *, secure: bool, exempt: Sequence[str]
) -> list[Middleware]:
    """The guards in order, outermost first. ``exempt`` paths are called by machines."""
    return [
        Middleware(SecureASGIMiddleware, secure=headers(issuer, secure=secure)),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        Middleware(CrossOriginProtection, exempt_paths=list(exempt)),
        Middleware(RequestBodyLimitMiddleware, max_body_size=LARGEST_BODY),
    ]


class Pace:
    """How often one caller may do one kind of thing in a minute, in this process."""

    def __init__(self, **per_minute: int) -> None:
        """Kinds and how often each is allowed."""
        self._limits = {kind: RateLimitItemPerMinute(most) for kind, most in per_minute.items()}
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def allows(self, kind: str, caller: str) -> bool:
        """Count one more; False where it is one too many."""
        return await self._limiter.hit(self._limits[kind], kind, caller)


def caller_of(request: Request) -> str:
    """The address that a request comes from, as the server or its proxy says."""
    return request.client.host if request.client else "unknown"
