"""Three languages: what is said in each comes from the catalogues in ``portal/locale``.

The words in the code are English; ``locale/es`` and ``locale/eu`` hold one catalogue per area of
the portal, so that a page and its words change together. They are read as text at the start:
nothing has to be compiled. Source: LF 18/1986 6, 10, 11, 17; WCAG 2.2, 3.1.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from governance.vocabulary.people import Language

LOCALE = Path(__file__).with_name("locale")
ENGLISH = Language.ENGLISH
IN_THEIR_OWN_WORDS = {
    Language.SPANISH: "Español",
    Language.BASQUE: "Euskara",
    Language.ENGLISH: "English",
}
"""What a language calls itself; the order is that of the switch between them."""
CUSTOMS = {Language.SPANISH: "es_ES", Language.BASQUE: "eu_ES", Language.ENGLISH: "en_GB"}
"""Whose dates and numbers: English here is European English, with the day before the month."""


def N_(message: str) -> str:
    """Mark words for translation where they are written, to be translated where they are said."""
    return message


@dataclass(frozen=True)
class Tongue:
    """One language: its code, its catalogue and its customs of dates and numbers."""

    language: Language
    catalogue: NullTranslations = field(repr=False)
    locale: Locale

    def gettext(self, message: str) -> str:
        """The message in this language; itself where it has no translation."""
        said: str = self.catalogue.ugettext(message)
        return said

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form for this number of things."""
        said: str = self.catalogue.ungettext(one, many, count)
        return said

    def pgettext(self, context: str, message: str) -> str:
        """The message where the same English word has several meanings."""
        said: str = self.catalogue.upgettext(context, message)
        return said

    def npgettext(self, context: str, one: str, many: str, count: int) -> str:
        """The form for this number of things, in one of several meanings."""
        said: str = self.catalogue.unpgettext(context, one, many, count)
        return said


def catalogues(language: Language) -> Iterator[tuple[str, Catalog]]:
    """Every catalogue of a language with the name of its area; English needs none."""
    for path in sorted((LOCALE / language.value).glob("*.po")):
        with path.open("rb") as file:
            yield path.stem, read_po(file, locale=language.value)


@cache
def tongue(language: Language) -> Tongue:
    """One language, its catalogues read once."""
    merged: NullTranslations = NullTranslations()
    if language is not ENGLISH:
        merged = Translations()
        for _, catalogue in catalogues(language):
            compiled = BytesIO()
            write_mo(compiled, catalogue)
            compiled.seek(0)
            merged.add(Translations(compiled))
    return Tongue(language, merged, Locale.parse(CUSTOMS[language]))


def preferred(remembered: str | None, accepted: str | None) -> Language:
    """The language to begin in: the one remembered, else the browser's first that we speak.

    ``accepted`` is an Accept-Language header (RFC 9110 12.5.4); who asks for none gets Spanish.
    """
    known = {language.value for language in Language}
    if remembered in known:
        return Language(remembered)
    wishes: list[tuple[float, str]] = []
    for wish in (accepted or "").split(",")[:20]:
        tag, _, weight = wish.strip().partition(";q=")
        code = tag.strip().lower().partition("-")[0]
        if code in known:
            wishes.append((_weight(weight), code))
    best = max(wishes, key=lambda wish: wish[0], default=(0.0, Language.SPANISH.value))
    return Language(best[1])


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
