"""The words of the portal: what the code says, and what the catalogues hold of it.

``python -m tests.catalogues AREA`` adds to ``portal/locale/{es,eu}/AREA.po`` every message that the
area says and its catalogue lacks, with an empty translation (or the one that another area has), and
takes out what nobody says any more. Without a name it does so for every area. See docs/words.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import write_po
from jinja2.ext import babel_extract

from governance.policy.access import ACCESS
from governance.policy.deadlines import DEADLINES
from governance.policy.references import PROGRAMME
from governance.policy.release import RELEASE
from governance.policy.visibility import VISIBILITY
from governance.vocabulary.people import Language
from portal.languages import LOCALE, catalogues

PORTAL = LOCALE.parent
TRANSLATED = (Language.SPANISH, Language.BASQUE)
Id = str | tuple[str, str]
"""A message, or the pair of its singular and plural."""
Key = tuple[str | None, Id]
"""Its context, where it has one, and the message: what makes an entry of a catalogue unique."""

KEYWORDS: dict[str, Any] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "said": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
TRIMMED = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}
"""``trans`` blocks are read as ``portal/rendering`` sets jinja2: spaces around lines are cut."""
OF_MESSAGES = {"refusals": "refusals", "rules": "law", "dates": "dates", "numbers": "dates"}
"""The areas of ``portal/messages``, by the beginning of a file's name; the others are codes."""
SHARED = "layout"


def area_of(path: Path) -> str:
    """The area to which the words of a file under ``portal/`` belong."""
    room, *rest = path.relative_to(PORTAL).with_suffix("").parts
    if room == "messages":
        return OF_MESSAGES.get(rest[0].partition("_")[0] if rest else "", "codes")
    if room in {"templates", "pages", "presenters"}:
        return _named(rest[0]) if len(rest) > 1 or room != "templates" else SHARED
    area = _named(room)
    return area if area in _folders() else SHARED


def said() -> dict[str, set[Key]]:
    """Every message of the portal, by area."""
    areas: dict[str, set[Key]] = {"law": {(None, sentence) for sentence in law()}}
    for path in sorted((*PORTAL.rglob("*.py"), *(PORTAL / "templates").rglob("*.html"))):
        for key in messages_of(path):
            areas.setdefault(area_of(path), set()).add(key)
    return areas


def messages_of(path: Path) -> Iterator[Key]:
    """The messages of one Python file or template, in their order."""
    method: Any = babel_extract if path.suffix == ".html" else "python"
    with path.open("rb") as file:
        for _, found, _, context in extract(method, file, KEYWORDS, options=TRIMMED):
            yield context, found if isinstance(found, str) else (found[0], found[1])


def law() -> Iterator[str]:
    """What the tables of the law say: their sentences are messages, and so are our promises."""
    for table in (RELEASE, ACCESS, VISIBILITY):
        yield from (rule.says for rule in table)
    yield from (deadline.says for deadline in DEADLINES)
    yield from PROGRAMME.articles.values()


def key_of(message: Message) -> Key:
    """What makes this entry of a catalogue unique."""
    one = message.id
    return message.context, one if isinstance(one, str) else (one[0], one[1])


def entries(language: Language, area: str) -> dict[Key, Message]:
    """What the catalogue of an area holds, without its head; empty where there is none."""
    held = dict(catalogues(language)).get(area, ())
    return {key_of(message): message for message in held if message.id}


def complete(area: str, language: Language, wanted: Iterable[Key]) -> int:
    """Bring one catalogue in line with what its area says; how many translations are missing."""
    kept, elsewhere = entries(language, area), _everything(language)
    catalogue = Catalog(locale=Locale.parse(language.value))
    for key in sorted(set(wanted), key=_words):
        known = kept.get(key) or elsewhere.get(key)
        context, message_id = key
        string = known.string if known else "" if isinstance(message_id, str) else ("", "")
        catalogue.add(message_id, string, context=context)
    path = LOCALE / language.value / f"{area}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(_head(catalogue).encode())
        write_po(file, catalogue, width=0, no_location=True, omit_header=True)
    return sum(not all(forms(message)) for message in catalogue if message.id)


def _words(key: Key) -> tuple[str, str]:
    """In the order of their words two people add messages in two places, without a conflict."""
    context, message = key
    return (message if isinstance(message, str) else message[0], context or "")


def _head(catalogue: Catalog) -> str:
    """A head without dates and names, so that nobody meets a conflict in it."""
    return (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )


def forms(message: Message) -> tuple[str, ...]:
    """The translation, or one for each form of the plural."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def _everything(language: Language) -> dict[Key, Message]:
    return {
        key_of(message): message
        for _, catalogue in catalogues(language)
        for message in catalogue
        if message.id and all(forms(message))
    }


@cache
def _folders() -> frozenset[str]:
    templates = PORTAL / "templates"
    return frozenset(path.name for path in templates.glob("*") if path.is_dir())


def _named(name: str) -> str:
    """``ethics_ballots`` is of ``ethics`` where the templates have such a folder, else its own."""
    fitting = [area for area in _folders() if name == area or name.startswith(f"{area}_")]
    area = max(fitting, key=len, default=name)
    return SHARED if area in {"components", "macros"} else area


def main(names: list[str]) -> None:
    """Complete the catalogues of these areas, or of all; say what is left to translate."""
    areas = said()
    for area in names or sorted(areas):
        if area not in areas:
            sys.exit(f"{area} says nothing; areas that do: {', '.join(sorted(areas))}")
        for language in TRANSLATED:
            left = complete(area, language, areas[area])
            sys.stdout.write(f"{language.value}/{area}.po: {left} to translate\n")


if __name__ == "__main__":
    main(sys.argv[1:])
