"""How this portal signs people in: from the settings, refused where they are not safe."""

from __future__ import annotations

from dataclasses import dataclass

from governance.service.house import House
from governance.service.sign_in import Naming, naming_of
from governance.service.web_state import Limits, limits_of
from governance.settings import PREFIX, Settings, UnusableSettings
from portal.login.keys import ClientKeyUnusable, algorithm_of, read_client_key
from portal.login.provider import OpenIDProvider, is_loopback
from portal.login.tokens import Parties

CALLBACK_PATH = "/sign-in/callback"
"""Where the provider sends a browser back to; registered there."""
SIGNED_OUT_PATH = "/signed-out"
"""Where it sends a browser that has signed out there too; registered there."""
BACK_CHANNEL_PATH = "/sign-in/back-channel-logout"
"""Where it tells us that somebody signed out elsewhere; registered there."""


@dataclass(frozen=True)
class Login:
    """What signing in needs, in one value."""

    house: House
    provider: OpenIDProvider
    public_url: str
    limits: Limits
    naming: Naming
    acr: str = ""
    """What a step-up must reach; empty: a fresh sign-in is enough."""

    @property
    def parties(self) -> Parties:
        """Who issues tokens, and for whom."""
        return Parties(self.provider.issuer, self.provider.client_id)

    @property
    def secure(self) -> bool:
        """Whether browsers reach the portal by HTTPS."""
        return self.public_url.startswith("https://")

    @property
    def redirect_uri(self) -> str:
        """The address registered with the provider."""
        return self.public_url + CALLBACK_PATH


def login_of(settings: Settings, house: House) -> Login:
    """As the settings say. Raises UnusableSettings where they say too little."""
    if settings.oidc_issuer is None:
        raise UnusableSettings(((f"{PREFIX}OIDC_ISSUER", "is missing"),))
    try:
        key = read_client_key(settings.oidc_client_key)
        algorithm_of(key)
    except ClientKeyUnusable as fault:
        raise UnusableSettings(((f"{PREFIX}OIDC_CLIENT_KEY", str(fault)),)) from None
    provider = OpenIDProvider(
        settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        key=key,
        scope=settings.oidc_scope,
        clock=lambda: house.clock().timestamp(),
    )
    return Login(
        house,
        provider,
        public_url=settings.public_url,
        limits=limits_of(settings),
        naming=naming_of(settings),
        acr=settings.oidc_step_up_acr,
    )


def refuse_demo_settings(settings: Settings) -> None:
    """Production speaks HTTPS, with a provider on another machine. Raises UnusableSettings."""
    faults = [
        (f"{PREFIX}{name}", "is not an https address of another machine: only the demo has one")
        for name, url in (
            ("OIDC_ISSUER", settings.oidc_issuer or ""),
            ("PUBLIC_URL", settings.public_url),
        )
        if not url.startswith("https://") or is_loopback(url)
    ]
    if faults:
        raise UnusableSettings(tuple(faults))
