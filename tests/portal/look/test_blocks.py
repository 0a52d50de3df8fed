"""Headings, notices, statuses and blocks."""

from __future__ import annotations

import re

import pytest

from governance.vocabulary.people import Language
from portal.rendering import Renderer
from tests.portal.look.workbench import draw, page

HEADINGS = '{% from "components/headings.html" import heading, part, lead %}'
NOTICES = '{% from "components/notices.html" import done, important, warning, inset, empty %}'
STATUS = '{% from "components/status.html" import status %}'
BLOCKS = '{% from "components/blocks.html" import details, receipt, confirmed %}'


def test_a_heading_says_first_what_it_is_part_of() -> None:
    drawn = draw(HEADINGS + '{{ heading("Votes", caption="Heart study") }}')
    assert re.search(
        r'Heart study<span class="govuk-visually-hidden">: </span></span>Votes</h1>', drawn
    )


def test_a_part_can_be_linked_to_and_a_page_begins_with_one_sentence() -> None:
    drawn = draw(HEADINGS + '{{ part("Votes", id="votes") }}{{ lead("What this is.") }}')
    assert '<h2 class="govuk-heading-m" id="votes">Votes</h2>' in drawn
    assert '<p class="b-lead">What this is.</p>' in drawn


@pytest.mark.parametrize(
    ("kind", "colour"),
    [("good", "green"), ("bad", "red"), ("wait", "yellow"), ("calm", "grey"), ("info", "blue")],
)
def test_a_status_is_a_colour_a_shape_and_a_word(kind: str, colour: str) -> None:
    drawn = draw(STATUS + "{{ status(words, kind) }}", words="Open", kind=kind)
    assert f"govuk-tag--{colour}" in drawn
    assert re.search(r'<svg [^>]*aria-hidden="true".*<path d="M[^"]+"/></svg>Open', drawn)


def test_the_shapes_of_statuses_differ() -> None:
    shapes = {
        draw(STATUS + "{{ status('', kind) }}", kind=kind).partition("<svg")[2]
        for kind in ("good", "bad", "wait", "calm", "info")
    }
    assert len(shapes) == 5


def test_notices_are_named_in_the_language_of_the_page() -> None:
    source = NOTICES + '{{ done("a") }}{{ important("b") }}{{ warning("c") }}'
    drawn = draw(source, Language.SPANISH)
    for words in ("Hecho", "Importante", "Atención"):
        assert re.search(rf">\s*{words}\s*<", drawn)


def test_an_aside_and_an_empty_list_lead_somewhere() -> None:
    source = NOTICES + '{{ inset("<i>") }}{{ empty("Nothing yet.", "Look around", "/c") }}'
    drawn = draw(source)
    assert "&lt;i&gt;" in drawn
    assert '<a class="govuk-link" href="/c">Look around</a>' in drawn
    assert "<a" not in draw(NOTICES + '{{ empty("Nothing yet.") }}')


def test_more_is_folded_away_without_a_script() -> None:
    drawn = draw(BLOCKS + '{% call details("Why") %}<p>Because</p>{% endcall %}')
    assert re.search(r"<details.*<summary.*Why.*</summary>.*<p>Because</p>", drawn, re.DOTALL)


def test_a_receipt_is_a_part_of_the_page_with_a_name() -> None:
    drawn = page(BLOCKS + '{# content #}{% call receipt("Receipt 7") %}<p>x</p>{% endcall %}')
    assert '<section class="b-receipt" aria-labelledby="receipt">' in drawn
    assert 'id="receipt">Receipt 7</h2>' in drawn
    assert Renderer().asset("favicon.svg") in drawn


def test_the_end_of_a_way_is_the_heading_of_its_page() -> None:
    drawn = draw(BLOCKS + '{{ confirmed("Withdrawn", "From now on.") }}')
    assert '<h1 class="govuk-panel__title">Withdrawn</h1>' in drawn
    assert "From now on." in drawn
