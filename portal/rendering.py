"""Templates: one environment per language, GOV.UK's macros beside our own, everything escaped."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader

from governance.vocabulary.people import Language
from portal.languages import tongue
from portal.messages import dates, names, numbers
from portal.presenters.studies import study_name

TEMPLATES = Path(__file__).with_name("templates")
STATIC = Path(__file__).with_name("static")
STATIC_URL = "/static"
LOADER = ChoiceLoader(
    [
        FileSystemLoader(TEMPLATES),
        PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
    ]
)


def new_environment(language: Language) -> Environment:
    """The templates as they speak one language."""
    speaks = tongue(language)
    environment = Environment(
        loader=LOADER,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    environment.policies["ext.i18n.trimmed"] = True  # as the words are extracted
    install: Any = environment
    install.install_gettext_callables(
        speaks.gettext,
        speaks.ngettext,
        newstyle=True,
        pgettext=speaks.pgettext,
        npgettext=speaks.npgettext,
    )
    said: dict[str, Callable[..., str]] = {
        "named": names.name,
        "named_within": names.name_within,
        "explained": names.explanation,
        "day": dates.day,
        "short_day": dates.short_day,
        "instant": dates.instant,
        "short_instant": dates.short_instant,
        "number": numbers.number,
        "people": numbers.people,
        "size": numbers.size,
    }
    filters = {word: partial(say, speaks) for word, say in said.items()}
    environment.filters.update(filters, study=study_name)
    environment.globals["once"] = once()
    return environment


def once() -> Callable[[str, Callable[[], str]], str]:
    """What draws a part of a page that is the same for everybody once, and keeps it by its name."""
    kept: dict[str, str] = {}

    def drawn(name: str, draw: Callable[[], str]) -> str:
        if name not in kept:
            kept[name] = draw()
        return kept[name]

    return drawn


@dataclass(frozen=True)
class Renderer:
    """Draws templates in every language. ``shared`` are names that each template knows."""

    shared: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def _environments(self) -> dict[Language, Environment]:
        environments = {language: new_environment(language) for language in Language}
        for environment in environments.values():
            environment.globals.update(self.shared, asset=self.asset)
        return environments

    @cached_property
    def _assets(self) -> dict[str, str]:
        """Names of compiled assets, and the file that holds each now."""
        manifest = STATIC / "manifest.json"
        names: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))
        return names

    def asset(self, name: str) -> str:
        """The address of a compiled asset; its name changes with its content."""
        return f"{STATIC_URL}/{self._assets[name]}"

    def draw(self, language: Language, template: str, context: dict[str, Any]) -> str:
        """One template with its context."""
        return self._environments[language].get_template(template).render(context)
