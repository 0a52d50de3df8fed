"""Settings: what is not set has a safe default, and what cannot be used stops the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from governance.settings import LogLevel, Settings, UnusableSettings, read_settings


@pytest.fixture(autouse=True)
def _a_folder_without_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"BAIMENA_{name.upper()}", raising=False)


def test_without_settings_everything_lies_under_var_and_nobody_is_the_operator() -> None:
    settings = read_settings()
    assert settings.database_url.endswith("var/baimena.sqlite")
    assert {settings.data.parts[0], settings.keys.parts[0]} == {"var"}
    assert not settings.operator


def test_the_environment_wins_over_the_file_and_the_command_line_over_both(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("BAIMENA_LOG_LEVEL=error\nBAIMENA_PROGRAMME_NAME=File\n")
    monkeypatch.setenv("BAIMENA_LOG_LEVEL", "debug")
    settings = read_settings(data="elsewhere")
    assert settings.programme_name == "File"
    assert settings.log_level is LogLevel.DEBUG
    assert settings.data == Path("elsewhere")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BAIMENA_DATABASE_URL", "mysql://keeper:hunter2@host/name"),
        ("BAIMENA_KEY_WRAPPING_SECRET", "hunter2"),
        ("BAIMENA_OPERATOR", "perhaps"),
        ("BAIMENA_LOG_LEVEL", "loud"),
        ("BAIMENA_PUBLIC_URL", "ftp://hunter2.example.org"),
        ("BAIMENA_PUBLIC_URL", "https://portal.example.org/hunter2"),
        ("BAIMENA_OIDC_ISSUER", "https://"),
        ("BAIMENA_OIDC_ISSUER", "https://keeper:hunter2@id.example.org"),
        ("BAIMENA_OIDC_ISSUER", "https://id.example.org/?hunter2"),
        ("BAIMENA_SESSION_IDLE_MINUTES", "0"),
        ("BAIMENA_SESSION_HOURS", "25"),
        ("BAIMENA_API_POINTS_PER_REQUEST", "500001"),
    ],
)
def test_an_unusable_value_is_refused_by_name_and_never_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(UnusableSettings) as refused:
        read_settings()
    assert refused.value.names == (name,)
    assert "hunter2" not in str(refused.value)


def test_settings_are_shown_without_their_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAIMENA_DATABASE_URL", "postgresql://keeper:hunter2@host/name")
    monkeypatch.setenv("BAIMENA_KEY_WRAPPING_SECRET", "correct horse battery")
    shown = repr(read_settings())
    assert "hunter2" not in shown
    assert "horse" not in shown
