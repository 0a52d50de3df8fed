"""Buttons: what they send, and which is which."""

from __future__ import annotations

from tests.portal.look.workbench import draw

IMPORT = '{% from "components/buttons.html" import key, submit, danger, secondary, link, cancel %}'


def test_a_form_carries_the_key_by_which_it_counts_once() -> None:
    drawn = draw(IMPORT + "{{ key(value) }}", value='"x')
    assert drawn.strip() == '<input type="hidden" name="key" value="&#34;x">'


def test_a_button_without_words_continues() -> None:
    assert ">Continue</button>" in draw(IMPORT + "{{ submit() }}")


def test_a_dangerous_button_looks_so_and_may_say_what_it_is_about() -> None:
    drawn = draw(IMPORT + '{{ danger("End", name="session", value="7", about="Firefox") }}')
    assert "govuk-button--warning" in drawn
    assert 'name="session" value="7"' in drawn
    assert '>End<span class="govuk-visually-hidden"> Firefox</span></button>' in drawn


def test_a_link_that_looks_like_a_button_is_a_link() -> None:
    drawn = draw(IMPORT + '{{ link("Start", "/start") }}{{ cancel("/back") }}')
    assert '<a class="govuk-button" href="/start">Start</a>' in drawn
    assert '<a class="govuk-link" href="/back">Cancel</a>' in drawn
    assert "<button" not in drawn
