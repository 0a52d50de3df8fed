"""Settings: what the people who run the programme choose. From the environment, then from ``.env``.

Every name begins with ``BAIMENA_``. The README lists them; a value that cannot be read refuses to
start, naming the setting and never repeating its value.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError, field_validator
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
    """Folder that receives signed checkpoints: best on a machine the operator cannot change."""
    key_wrapping_secret: SecretStr | None = None
    """Encrypts the private keys at rest; at least 16 characters. Without it they lie in clear."""
    operator: bool = False
    """This terminal belongs to the operator: it may migrate, keep keys, name the first steward."""
    programme_name: str = Field("Baimena", min_length=1, max_length=100)
    """The name that manifests and receipts carry."""
    log_level: LogLevel = LogLevel.INFO
    """debug, info, warning or error."""

    @field_validator("database_url")
    @classmethod
    def _a_known_database(cls, url: str) -> str:
        known = ("sqlite:///", "sqlite+aiosqlite:///", "postgresql://", "postgresql+asyncpg://")
        if not url.startswith(known):
            raise ValueError("begins neither with sqlite:/// nor with postgresql://")
        return url

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
