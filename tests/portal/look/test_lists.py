"""Lists of things: summaries, tasks, what happened, tables."""

from __future__ import annotations

import re

from tests.portal.look.workbench import draw

LISTS = '{% from "components/lists.html" import summary, tasks, timeline, code %}'
TABLES = '{% from "components/tables.html" import table %}'


def test_a_summary_says_whose_line_an_action_changes() -> None:
    rows = [
        {"key": "Research", "value": "Yes", "actions": [{"text": "Change", "href": "/r"}]},
        {
            "key": "Reach",
            "value": "Spain",
            "actions": [
                {"text": "Change", "href": "/c", "about": "reach"},
                {"text": "Remove", "href": "/d", "about": "reach"},
            ],
        },
        {"key": "Since", "value": "<b>2026</b>"},
    ]
    drawn = draw(LISTS + "{{ summary(rows) }}", rows=rows)
    assert 'href="/c">Change<span class="govuk-visually-hidden"> reach</span></a>' in drawn
    assert drawn.count("<li ") == 2
    assert drawn.count("govuk-summary-list__row--no-actions") == 1
    assert "&lt;b&gt;2026&lt;/b&gt;" in drawn


def test_a_summary_with_a_title_is_a_card_that_names_its_actions() -> None:
    rows = [{"key": "State", "value": "Open", "actions": [{"text": "End", "href": "/e"}]}]
    drawn = draw(LISTS + '{{ summary(rows, title="Firefox") }}', rows=rows)
    assert '<h2 class="govuk-summary-card__title">Firefox</h2>' in drawn
    assert 'End<span class="govuk-visually-hidden"> Firefox</span>' in drawn


def test_a_task_is_read_with_its_hint_and_where_it_stands() -> None:
    items = [
        {"text": "Data", "href": "/d", "hint": "Each variable", "words": "To do", "kind": "wait"},
        {"text": "Send", "words": "Later"},
    ]
    drawn = draw(LISTS + "{{ tasks(items) }}", items=items)
    assert 'aria-describedby="tasks-1-hint tasks-1-status"' in drawn
    assert re.search(r'id="tasks-1-status"><strong [^>]*yellow">.*To do</strong>', drawn)
    assert 'id="tasks-2-status">Later</div>' in drawn


def test_what_happened_is_an_ordered_list_with_instants() -> None:
    steps = [
        {"what": "Sent", "when": "3 March", "instant": "2026-03-03", "done": True},
        {"what": "Decided", "when": "by 30 April", "more": "The clock stops while we wait."},
    ]
    drawn = draw(LISTS + '{{ timeline(steps, name="Your request") }}', steps=steps)
    assert '<ol class="b-timeline" aria-label="Your request">' in drawn
    assert '<time datetime="2026-03-03">3 March</time>' in drawn
    assert drawn.count("b-timeline__step--done") == 1
    assert "The clock stops while we wait." in drawn


def test_a_long_hash_may_break_and_is_never_translated() -> None:
    drawn = draw(LISTS + "{{ code(value) }}", value="9f86d081")
    assert drawn.strip() == '<span class="b-code" translate="no">9f86d081</span>'


def test_a_table_names_itself_its_columns_and_its_rows() -> None:
    head = ["Title", {"text": "People", "numeric": True}, "State"]
    rows = [
        [
            {"text": "Heart", "href": "/r/1", "about": "request 1"},
            "12",
            {"words": "Open", "kind": "info"},
        ]
    ]
    drawn = draw(TABLES + '{{ table("Requests", head, rows) }}', head=head, rows=rows)
    assert re.search(r"<caption [^>]*>Requests</caption>", drawn)
    assert len(re.findall(r'<th scope="col" role="columnheader"', drawn)) == 3
    assert re.search(r'<th scope="row" role="rowheader"[^>]*><a [^>]*href="/r/1">Heart', drawn)
    assert "govuk-table__cell--numeric" in drawn
    assert re.search(r'govuk-tag--blue">.*Open</strong>', drawn)


def test_a_cell_on_a_narrow_window_says_its_column_to_the_eye_only() -> None:
    drawn = draw(TABLES + '{{ table("T", ["A", "B"], [["1", "2"]], hidden_caption=true) }}')
    assert '<span class="b-table__column" aria-hidden="true">B</span>2' in drawn
    assert "govuk-visually-hidden" in drawn


def test_what_a_table_is_given_is_written_as_text() -> None:
    drawn = draw(TABLES + '{{ table("T", ["A"], rows) }}', rows=[["<i>x</i>"]])
    assert "&lt;i&gt;x&lt;/i&gt;" in drawn
