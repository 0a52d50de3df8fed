"""Settings: what the people who run the programme choose. From the environment, then from ``.env``.

Every name begins with ``BAIMENA_``. The README lists them; a value that cannot be read refuses to
start, naming the setting and never repeating its value.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "BAIMENA_"
SHORTEST_SECRET = 16


class LogLevel(StrEnum):
    """How much the logs say. No level writes personal data."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class UnusableSettings(Exception):
    """A setting has a value that cannot be used. ``names`` are the settings at fault."""

    def __init__(self, faults: tuple[tuple[str, str], ...]) -> None:
        super().__init__("; ".join(f"{name}: {reason}" for name, reason in faults))
        self.names = tuple(name for name, _ in faults)


class Settings(BaseSettings):
    """One value for the whole house, frozen, read once at the start."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    database_url: str = Field("sqlite:///var/baimena.sqlite", repr=False)
    """Where the ledger lives: ``sqlite:///FILE`` or ``postgresql://USER:PASSWORD@HOST/NAME``."""
    data: Path = Path("var/data")
    """Folder of imported sources and delivered packages; only its owner may read it."""
    keys: Path = Path("var/keys")
    """Folder of private keys, 0600 each. Back it up apart from the database."""
    checkpoints: Path = Path("var/checkpoints")
    """Folder where signed checkpoints are put by ``baimena due``, and held against the ledger when
    it is verified: best on a machine the operator cannot change."""
    ledger_name: str = Field("baimena.example/ledger", pattern=r"^[!-*,-~]{1,200}$")
    """What checkpoints call the ledger, an address of the programme without ``https://``; to be set
    before the first is signed, and never changed."""
    key_wrapping_secret: SecretStr | None = None
    """Encrypts the private keys at rest; at least 16 characters. Without it nothing is opened."""
    operator: bool = False
    """This terminal belongs to the operator: it may migrate, keep keys, name the first steward."""
    programme_name: str = Field("Baimena", min_length=1, max_length=100)
    """The name at the head of every page."""
    log_level: LogLevel = LogLevel.INFO
    """debug, info, warning or error."""
    contact: str = "dpd@baimena.example"
    """Where citizens reach the data protection officer: an e-mail address, shown on every page."""
    metrics_token: SecretStr | None = None
    """Who asks for ``/metrics`` must bear it; without one there is no such page."""
    forms_per_minute: int = Field(60, ge=1)
    """How many forms one session may send in a minute."""
    sign_ins_per_minute: int = Field(20, ge=1)
    """How many sign-ins one address may begin in a minute."""
    api_points: int = Field(500_000, ge=1_000)
    """How many points a client of the API has when its bucket is full."""
    api_points_per_second: int = Field(10_000, ge=1)
    """How many of them come back in a second."""
    api_points_per_request: int = Field(100_000, ge=100)
    """How many one request may cost; at most a full bucket."""
    api_seconds: float = Field(10, gt=0, le=60)
    """After so long a request to the API is given up."""
    public_url: str = "http://127.0.0.1:8000"
    """Where browsers find the portal: scheme and host, no path."""
    oidc_issuer: str | None = None
    """The identity provider, as its discovery document names itself."""
    oidc_client_id: str = "baimena"
    """What the provider calls the portal."""
    oidc_client_key: Path = Path("var/keys/oidc-client.json")
    """File of the private key (a JWK, 0600) by which the portal proves itself to the provider."""
    oidc_scope: str = "openid profile email"
    """What is asked of the provider: its id token must carry the claims that we need."""
    oidc_citizen_claim: str = ""
    """The claim of an id token that names a citizen in the register; empty: none does."""
    oidc_citizen_register: str = ""
    """Whose identifiers these are: the issuer that the import of people named."""
    oidc_step_up_acr: str = ""
    """The ``acr`` that a confirmation of identity must reach; empty: a fresh sign-in is enough."""
    api_audience: str = ""
    """Whom the access tokens of the API are for (``aud``); empty: its own address."""
    session_idle_minutes: int = Field(20, ge=1, le=120)
    """After so long without use somebody is signed out."""
    session_hours: int = Field(8, ge=1, le=24)
    """After so long she is signed out in any case."""
    step_up_minutes: int = Field(5, ge=1, le=30)
    """How long a confirmation of identity counts."""

    @property
    def audience_of_the_api(self) -> str:
        """What an access token must name as its audience (RFC 9068, 4)."""
        return self.api_audience or f"{self.public_url}/graphql"

    @field_validator("database_url")
    @classmethod
    def _a_known_database(cls, url: str) -> str:
        known = ("sqlite:///", "sqlite+aiosqlite:///", "postgresql://", "postgresql+asyncpg://")
        if not url.startswith(known):
            raise ValueError("begins neither with sqlite:/// nor with postgresql://")
        return url

    @field_validator("public_url", "oidc_issuer")
    @classmethod
    def _an_address(cls, url: str | None) -> str | None:
        parts = urlsplit(url or "https://none")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("begins neither with http:// nor with https://")
        if parts.query or parts.fragment or parts.username is not None:
            raise ValueError("has a query, a fragment or a user")
        return url

    @field_validator("api_points_per_request")
    @classmethod
    def _payable(cls, points: int, info: ValidationInfo) -> int:
        if points > info.data.get("api_points", points):
            raise ValueError("is more than a full bucket: no client could ever pay it")
        return points

    @field_validator("public_url")
    @classmethod
    def _an_origin(cls, url: str) -> str:
        if urlsplit(url).path not in ("", "/"):
            raise ValueError("has a path")
        return url.rstrip("/")

    @field_validator("key_wrapping_secret")
    @classmethod
    def _long_enough(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and len(secret.get_secret_value()) < SHORTEST_SECRET:
            raise ValueError(f"shorter than {SHORTEST_SECRET} characters")
        return secret


def read_settings(**overrides: Any) -> Settings:
    """The settings in force; ``overrides`` are what the command line says, which wins.

    Raises ``UnusableSettings`` where a value cannot be used.
    """
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise UnusableSettings(
            tuple((_name(fault["loc"]), fault["msg"]) for fault in error.errors())
        ) from None


def _name(where: tuple[int | str, ...]) -> str:
    return PREFIX + "_".join(str(part) for part in where).upper()
