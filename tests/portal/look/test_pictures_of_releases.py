"""Who is in a release: what each reader is told, and what is drawn of what she is not told."""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest

from governance.lives.releases.words import ReleaseStatus
from governance.views.releases import PreviewShown, ReleaseShown
from governance.vocabulary.people import Language
from portal.languages import tongue
from portal.presenters.pictures.releases import MOST, InAndOut, Part, in_and_out
from tests.portal.look.workbench import draw

ENGLISH = tongue(Language.ENGLISH)
TOLD = frozenset({"considered", "left_out", "people", "preview", "counts_by_rule"})
BY_RULE = {"R-07": 30, "R-01": 40, "R-02": 5, "R-03": 4, "R-04": 3, "R-05": 2, "R-06": 1}


def delivered(**more: Any) -> ReleaseShown:
    told = {"considered": 200, "people": 120, "left_out": 80, "counts_by_rule": BY_RULE, **more}
    return ReleaseShown(
        shown=TOLD, status=ReleaseStatus.DELIVERED, delivered_on=date(2026, 3, 1), **told
    )


def sheet_of(shown: ReleaseShown) -> InAndOut:
    sheet = in_and_out(shown, ENGLISH)
    assert sheet is not None
    return sheet


def test_bars_are_as_long_as_their_numbers() -> None:
    whole, included, left_out, *reasons = sheet_of(delivered()).bars
    assert included.width / whole.width == pytest.approx(120 / 200)
    assert left_out.width / whole.width == pytest.approx(80 / 200)
    assert [bar.part for bar in reasons] == [Part.REASON] * MOST
    assert [bar.width for bar in reasons] == sorted((b.width for b in reasons), reverse=True)


def test_the_table_has_every_reason_the_most_frequent_first() -> None:
    sheet = sheet_of(delivered())
    reasons = ["40", "30", "5", "4", "3", "2", "1"]
    assert [row[1] for row in sheet.rows] == ["200", "120", "80", *reasons]
    assert [row[0] for row in sheet.rows[:3]] == ["Looked at", "In the package", "Left out"]
    assert "Left out: 80." in sheet.summary


def test_a_number_that_is_not_told_is_drawn_as_such_and_reckoned_by_nobody() -> None:
    sheet = sheet_of(delivered(considered=None, left_out=None, counts_by_rule=None))
    assert [bar.part for bar in sheet.bars] == [Part.HIDDEN, Part.IN, Part.HIDDEN]
    assert [one.kind for one in sheet.legend] == ["hidden"]
    drawn = draw(
        '{% from "components/pictures.html" import in_and_out %}{{ in_and_out(sheet) }}',
        sheet=sheet,
    )
    assert "80" not in [one.text for one in ElementTree.fromstring(drawn.strip()).iter("text")]
    assert drawn.count("b-picture__bar--hidden") == 3
    assert drawn.count("not told, so that nobody is singled out") >= 4


def test_before_the_delivery_it_is_what_the_preview_foresaw() -> None:
    shown = ReleaseShown(
        shown=TOLD, status=ReleaseStatus.PREPARED, preview=PreviewShown(100, 60, 40)
    )
    assert [row[1] for row in sheet_of(shown).rows] == ["100", "60", "40"]


def test_whoever_is_told_no_totals_sees_no_picture() -> None:
    shown = delivered()
    assert in_and_out(ReleaseShown(shown=frozenset({"people"}), people=120), ENGLISH) is None
    withheld = ReleaseShown(shown=shown.shown, status=ReleaseStatus.WITHHELD, considered=10)
    assert in_and_out(withheld, ENGLISH) is None
