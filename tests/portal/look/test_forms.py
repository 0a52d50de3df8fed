"""Fields of forms: named, explained, and mended where they are wrong."""

from __future__ import annotations

import re
from datetime import date

import pytest
from starlette.datastructures import FormData

from governance.vocabulary.people import Language
from portal.languages import tongue
from tests.portal.look.workbench import EveryField, draw, every_field

IMPORT = '{% from "components/forms.html" import NAME %}'


def field(macro: str, name: str, form: EveryField, more: str = "") -> str:
    source = IMPORT.replace("NAME", macro) + f"{{{{ {macro}(form.{name}{more}) }}}}"
    return draw(source, form=form)


@pytest.mark.parametrize(
    ("macro", "name"),
    [("text", "name"), ("textarea", "why"), ("select", "order"), ("file", "paper")],
)
def test_every_field_has_a_label_that_names_it(macro: str, name: str) -> None:
    drawn = field(macro, name, every_field())
    assert re.search(f'<label [^>]*for="{name}"', drawn)
    assert re.search(f'<(input|textarea|select)[^>]* id="{name}" name="{name}"', drawn)


@pytest.mark.parametrize(
    ("macro", "name"), [("date", "born"), ("radios", "answer"), ("checkboxes", "kinds")]
)
def test_fields_of_several_parts_are_a_group_with_a_legend(macro: str, name: str) -> None:
    drawn = field(macro, name, every_field())
    assert "<legend" in drawn
    assert re.search(f' id="{name}"', drawn)


def test_a_hint_is_read_with_its_field() -> None:
    drawn = field("text", "name", every_field())
    assert 'aria-describedby="name-hint"' in drawn
    assert "As on your health card" in drawn


def test_what_need_not_be_answered_says_so() -> None:
    assert "Why (optional)" in field("textarea", "why", every_field())
    assert "(optional)" not in field("text", "name", every_field())


@pytest.mark.parametrize(
    ("macro", "name", "words"),
    [
        ("text", "name", "Enter a name"),
        ("date", "born", "Enter the day"),
        ("radios", "answer", "Choose an answer"),
        ("checkboxes", "kinds", "Choose at least one"),
    ],
)
def test_a_fault_stands_beside_its_field_and_the_summary_leads_there(
    macro: str, name: str, words: str
) -> None:
    form = every_field(name="", order="new")
    assert words in field(macro, name, form)
    source = '{% from "components/errors.html" import error_summary %}{{ error_summary(form) }}'
    assert re.search(rf'<a href="#{name}">\s*{words}', draw(source, form=form))
    assert f' id="{name}"' in field(macro, name, form)


def test_what_was_typed_stands_there_again_as_text() -> None:
    form = every_field(name='"><b>x', why="</textarea>", born_day="31", born_month="2")
    assert 'value="&#34;&gt;&lt;b&gt;x"' in field("text", "name", form)
    assert "&lt;/textarea&gt;</textarea>" in field("textarea", "why", form)
    assert re.search(r'name="born-day"[^>]*value="31"', field("date", "born", form))


def test_a_fault_that_the_domain_found_cannot_bring_markup() -> None:
    form = every_field(order="new", name="A")
    form.blame("name", "<b>100 %s</b>")
    assert "&lt;b&gt;100 %s&lt;/b&gt;" in field("text", "name", form)


def test_choices_tell_what_was_chosen_and_what_each_means() -> None:
    form = every_field(answer="no", order="old", kinds="imaging")
    radios = field("radios", "answer", form, ', hints={"yes": "You can change it later"}')
    assert re.search(r'value="no"\s*checked', radios)
    assert 'aria-describedby="answer-item-hint"' in radios
    assert re.search(r'value="imaging"\s*checked', field("checkboxes", "kinds", form))
    assert re.search(r'value="old"\s*selected', field("select", "order", form))


def test_none_of_these_stands_apart_from_the_others() -> None:
    drawn = field("checkboxes", "kinds", every_field(), ', none_of="none"')
    assert 'data-behaviour="exclusive"' in drawn
    assert "govuk-checkboxes__divider" in drawn


def test_a_page_that_asks_one_thing_has_the_question_as_its_heading() -> None:
    drawn = field("radios", "answer", every_field(), ", heading=true")
    assert re.search(r'<h1 class="govuk-fieldset__heading">\s*Your answer', drawn)


@pytest.mark.parametrize("language", [Language.SPANISH, Language.BASQUE])
def test_parts_of_a_day_are_named_in_the_language_of_the_form(language: Language) -> None:
    source = IMPORT.replace("NAME", "date") + "{{ date(form.born) }}"
    drawn = draw(source, language, form=every_field(language))
    for part in ("Day", "Month", "Year"):
        assert re.search(rf">\s*{tongue(language).gettext(part)}\s*<", drawn)
        assert not re.search(rf">\s*{part}\s*<", drawn)


@pytest.mark.parametrize(
    ("day", "month", "year", "means"),
    [
        ("27", "3", "2027", date(2027, 3, 27)),
        (" 1 ", "01", "1950", date(1950, 1, 1)),
        ("30", "2", "2027", None),
        ("1", "1", "27", None),
        ("x", "1", "2027", None),
        ("1", "", "2027", None),
        ("²", "1", "2027", None),
        ("9" * 5000, "1", "2027", None),
    ],
)
def test_a_day_is_a_real_day_or_a_fault(
    day: str, month: str, year: str, means: date | None
) -> None:
    sent = FormData({"born-day": day, "born-month": month, "born-year": year})
    form = EveryField(tongue(Language.ENGLISH), sent)
    form.validate()
    assert form.born.data == means
    assert bool(form.born.errors) == (means is None)


def test_a_day_that_is_known_already_stands_in_its_boxes() -> None:
    form = EveryField(tongue(Language.ENGLISH), born=date(2011, 2, 28))
    assert [part.value for part in form.born.parts()] == ["28", "2", "2011"]
    assert form.born.data == date(2011, 2, 28)
