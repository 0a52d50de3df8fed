"""Pictures drawn alone: every state, hostile words, and the table that says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from governance.vocabulary.people import Language
from portal.languages import tongue
from portal.presenters.citizen.overview import Band, Comes, Square
from portal.presenters.pictures.consents import overview
from portal.presenters.pictures.requests import way
from portal.presenters.pictures.sheet import LETTERS, Sheet, legend, written
from portal.presenters.pictures.turns import Stretch, Turn
from tests.portal.look.workbench import draw

ENGLISH = tongue(Language.ENGLISH)
MACROS = '{% from "components/pictures.html" import overview, way %}'
HOSTILE = '</text><script>alert(1)</script>"&'
DAY, TODAY = date(2026, 3, 1), date(2026, 4, 10)


def drawing_of(macro: str, sheet: Sheet) -> tuple[ElementTree.Element, str]:
    """The picture as elements, and everything that is drawn with it."""
    drawn = draw(f"{MACROS}{{{{ {macro}(sheet) }}}}", sheet=sheet)
    start, end = drawn.index("<svg"), drawn.index("</svg>") + len("</svg>")
    return ElementTree.fromstring(drawn[start:end]), drawn


def classes(picture: ElementTree.Element) -> set[str]:
    """The last part of the names of all classes drawn."""
    found = " ".join(one.get("class", "") for one in picture.iter()).split()
    return {name.rpartition("--")[2] for name in found if "--" in name}


def band(title: str, *comes: Comes) -> Band:
    squares = tuple(Square(f"kind {place}", one, one.value) for place, one in enumerate(comes))
    return Band("key", title, comes[0], comes[0].value, "grey", squares)


EVERY = band("Research", *Comes)


def test_each_answer_has_a_sign_of_its_own_and_a_word_in_the_legend() -> None:
    picture, _ = drawing_of("overview", overview([EVERY], ENGLISH))
    assert {one.value for one in Comes} <= classes(picture)
    paths = [one.get("d") for one in picture.iter("path")]
    signs = paths[5 + 1 : 5 + 10 : 2]  # five keys, then squares: what it is, and what stands
    assert len(set(signs)) == len(Comes)
    said = [one.text for one in picture.iter("text")]
    for words in ("Allowed", "Partly allowed", "Not allowed", "Not valid any more"):
        assert words in said


def test_nothing_is_drawn_as_allowed_while_the_opt_out_stops_it() -> None:
    sheet = overview([EVERY], ENGLISH, opted_out=True)
    picture, _ = drawing_of("overview", sheet)
    assert "allowed" not in classes(picture)
    assert "The opt-out stops all of it" in [one.text for one in picture.iter("text")]
    assert sheet.summary.startswith("The opt-out stops all of it")


def test_the_table_of_an_overview_says_what_the_squares_say() -> None:
    bands = [EVERY, band("Education", *reversed(Comes))]
    sheet = overview(bands, ENGLISH)
    assert list(sheet.head[1:]) == ["Research", "Education"]
    for place, row in enumerate(sheet.rows):
        drawn = [family.squares[place].comes.value for family in sheet.drawn]
        assert list(row[1:]) == drawn
    _, drawn_whole = drawing_of("overview", sheet)
    assert drawn_whole.count("<tr") == 1 + len(sheet.rows)


@pytest.mark.parametrize("language", list(Language))
def test_a_picture_has_its_words_in_the_language_of_the_page(language: Language) -> None:
    sheet = overview([EVERY], tongue(language))
    drawn = draw(MACROS + "{{ overview(sheet) }}", language, sheet=sheet)
    assert ("The same as a table" in drawn) == (language is Language.ENGLISH)
    assert ("Genetic data" in drawn) == (language is Language.ENGLISH)
    picture = ElementTree.fromstring(drawn[drawn.index("<svg") : drawn.index("</svg>") + 6])
    assert picture.get("role") == "img"
    named = {one.get("id"): one.text for one in picture if one.tag in ("title", "desc")}
    assert named[picture.get("aria-labelledby")] == sheet.title
    assert named[picture.get("aria-describedby")] == sheet.summary


def test_hostile_words_stay_words() -> None:
    hostile = overview([replace(EVERY, title=HOSTILE)], ENGLISH)
    late = way([Stretch(Turn.COMMITTEE, DAY, None)], ENGLISH, today=TODAY, deadline=(HOSTILE, DAY))
    assert late is not None
    for macro, sheet in (("overview", hostile), ("way", late)):
        picture, drawn = drawing_of(macro, sheet)
        assert "<script" not in drawn
        assert [one.tag for one in picture.iter("script")] == []
        assert "style=" not in drawn


def stretch(turn: Turn, first: int, last: int | None) -> Stretch:
    until = None if last is None else DAY + timedelta(days=last)
    return Stretch(turn, DAY + timedelta(days=first), until)


ON_ITS_WAY = (
    stretch(Turn.RESEARCHER, 0, 10),
    stretch(Turn.ACCESS_BODY, 10, 10),
    stretch(Turn.RESEARCHER, 10, 12),
    stretch(Turn.COMMITTEE, 12, None),
)


def test_the_way_of_a_request_has_a_lane_for_each_and_a_row_for_each_stretch() -> None:
    due = ("To be decided by", TODAY + timedelta(days=30))
    sheet = way(ON_ITS_WAY, ENGLISH, today=TODAY, deadline=due)
    assert sheet is not None
    assert [len(lane.bars) for lane in sheet.lanes] == [2, 1, 1]
    assert [row[0] for row in sheet.rows] == [
        "Whoever asks",
        "Access body",
        "Whoever asks",
        "Ethics committee",
        "To be decided by",
    ]
    assert [row[2] for row in sheet.rows[:4]] == ["10 days", "0 days", "2 days", "28 days"]
    assert [mark.kind for mark in sheet.marks] == ["begun", "now-line", "due"]
    assert "It lies now with: Ethics committee." in sheet.summary
    picture, _ = drawing_of("way", sheet)
    assert {"done", "now", "begun", "now-line", "due"} <= classes(picture)


def test_stretches_follow_each_other_and_stay_on_the_sheet() -> None:
    sheet = way(ON_ITS_WAY, ENGLISH, today=TODAY)
    assert sheet is not None
    bars = sorted((bar for lane in sheet.lanes for bar in lane.bars), key=lambda bar: bar.x)
    assert bars[0].x == sheet.left
    assert bars[-1].x + bars[-1].width == pytest.approx(sheet.right)
    assert all(bar.width > 0 for bar in bars)
    longest = next(bar for bar in bars if bar.kind == "now")
    assert longest.width == max(bar.width for bar in bars)


def test_a_way_that_has_ended_waits_for_nothing() -> None:
    ended = (stretch(Turn.RESEARCHER, 0, 3), stretch(Turn.ACCESS_BODY, 3, 9))
    sheet = way(ended, ENGLISH, today=TODAY, deadline=("To be decided by", TODAY))
    assert sheet is not None
    assert [mark.kind for mark in sheet.marks] == ["begun", "ended"]
    assert sheet.summary == "Its way has ended."
    assert len(sheet.rows) == 2


def test_a_request_of_one_day_and_of_no_steps_can_be_drawn() -> None:
    assert way((), ENGLISH, today=TODAY) is None
    sheet = way((Stretch(Turn.RESEARCHER, TODAY, None),), ENGLISH, today=TODAY)
    assert sheet is not None
    (bar,) = sheet.lanes[0].bars
    assert sheet.left <= bar.x
    assert bar.x + bar.width <= sheet.right


def test_long_words_go_on_to_the_next_line_and_push_down_what_follows() -> None:
    lines, foot = written("w" * (LETTERS + 1) + " end", 100)
    assert [len(line.words) for line in lines] == [LETTERS, 5]
    assert lines[-1].y < foot
    signs, height = legend([("one", "word " * 20), ("two", "short")], 0)
    assert signs[1].y > signs[0].lines[-1].y
    assert height > signs[1].lines[-1].y
