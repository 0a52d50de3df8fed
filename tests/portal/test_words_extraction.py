"""The tool for translators finds the words of a page as the page will ask for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from governance.vocabulary.people import Language
from portal.languages import tongue
from portal.rendering import new_environment
from tests import catalogues

TEMPLATE = """
<h1>{{ _("Your data") }}</h1>
{% trans name=person %}
    Hello,
    {{ name }}
{% endtrans %}
{% trans count=people %}
    One person
{% pluralize %}
    {{ count }} people
{% endtrans %}
{{ pgettext("of a ballot", "Open") }}
"""


@pytest.mark.parametrize(
    ("file", "area"),
    [
        ("messages/refusals.py", "refusals"),
        ("messages/refusals_of_lives.py", "refusals"),
        ("messages/rules.py", "law"),
        ("messages/dates.py", "dates"),
        ("messages/states.py", "codes"),
        ("messages/__init__.py", "codes"),
        ("templates/errors/refused.html", "errors"),
        ("templates/layout.html", "layout"),
        ("templates/components/card.html", "layout"),
        ("pages/errors.py", "errors"),
        ("pages/errors_seen.py", "errors"),
        ("presenters/timelines.py", "timelines"),
        ("visit.py", "layout"),
    ],
)
def test_words_belong_to_the_area_of_their_file(file: str, area: str) -> None:
    assert catalogues.area_of(catalogues.PORTAL / file) == area


def test_a_template_asks_for_exactly_what_was_extracted(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(TEMPLATE, encoding="utf-8")
    found = list(catalogues.messages_of(tmp_path / "page.html"))
    assert found == [
        (None, "Your data"),
        (None, "Hello, %(name)s"),
        (None, ("One person", "%(count)s people")),
        ("of a ballot", "Open"),
    ]
    environment = new_environment(Language.ENGLISH)
    page = environment.from_string(TEMPLATE).render(person="Ana", people=3)
    assert "Hello, Ana" in page
    assert "3 people" in page


def test_code_marks_words_where_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "words.py").write_text(
        'A = {"code": N_("Joined " "words")}\nspeaks.ngettext("{n} day", "{n} days", n)\n',
        encoding="utf-8",
    )
    assert list(catalogues.messages_of(tmp_path / "words.py")) == [
        (None, "Joined words"),
        (None, ("{n} day", "{n} days")),
    ]


def test_a_catalogue_gains_what_is_missing_and_loses_what_nobody_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    monkeypatch.setattr("portal.languages.LOCALE", tmp_path)
    basque = Language.BASQUE
    assert catalogues.complete("page", basque, {(None, "Yes"), (None, "No")}) == 2
    path = tmp_path / "eu" / "page.po"
    path.write_text(path.read_text("utf-8").replace('"Yes"\nmsgstr ""', '"Yes"\nmsgstr "Bai"'))
    assert catalogues.complete("page", basque, {(None, "Yes"), (None, ("A", "B"))}) == 1
    assert set(catalogues.entries(basque, "page")) == {(None, "Yes"), (None, ("A", "B"))}
    assert catalogues.complete("other", basque, {(None, "Yes")}) == 0
    tongue.cache_clear()
    assert tongue(basque).gettext("Yes") == "Bai"
    tongue.cache_clear()
