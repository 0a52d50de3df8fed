"""Every component on pages of the workbench. What a page would say itself is in no language here,
so that every English word on a Spanish or Basque page is one that a component brought.
"""

from __future__ import annotations

from functools import cache

from governance.views.paging import Page, paged
from governance.vocabulary.people import Language
from portal.languages import tongue
from portal.presenters.layout import Link
from portal.presenters.paging import pager
from tests.portal.look.workbench import every_field, frame_of, page

FORM = """
{% from "components/forms.html" import text, textarea, date, radios, checkboxes, select, file %}
{% from "components/buttons.html" import key, submit, danger, secondary, link, cancel %}
{# content #}<h1 class="govuk-heading-l">Lorem</h1>
<form method="post" enctype="multipart/form-data">{{ key("k") }}
{{ text(form.name) }}{{ textarea(form.why) }}{{ date(form.born, birthday=true) }}
{{ radios(form.answer, hints={"yes": "Ipsum"}) }}{{ checkboxes(form.kinds, none_of="none") }}
{{ select(form.order) }}{{ file(form.paper) }}
<div class="govuk-button-group">{{ submit() }}{{ secondary("Dolor") }}{{ danger("Sit") }}</div>
{{ link("Amet", "/a") }}{{ cancel("/c") }}</form>
"""
QUESTION = """
{% from "components/forms.html" import radios %}{% from "components/buttons.html" import submit %}
{# content #}<form method="post">{{ radios(form.answer, heading=true) }}{{ submit() }}</form>
"""
LISTS = """
{% from "components/headings.html" import heading, part, lead %}
{% from "components/status.html" import status %}
{% from "components/lists.html" import summary, tasks, timeline, code %}
{# content #}{{ heading("Lorem", caption="Ipsum") }}{{ lead("Dolor sit amet.") }}
{% for kind in ["good", "bad", "wait", "calm", "info"] %}{{ status("Lorem", kind) }} {% endfor %}
{{ part("Consectetur") }}
{% set actions = [{"text": "Mutare", "href": "/m", "about": "lorem"}] %}
{{ summary([{"key": "Lorem", "value": "Ipsum", "actions": actions},
            {"key": "Digestus", "value": code("9f86d081" * 8)}]) }}
{{ summary([{"key": "Lorem", "value": "Ipsum"}], title="Charta") }}
{{ part("Agenda") }}
{{ tasks([{"text": "Primum", "href": "/1", "hint": "Hoc", "words": "Factum", "kind": "good"},
          {"text": "Secundum", "words": "Postea", "kind": "calm"}]) }}
{{ timeline([{"what": "Primum", "when": "1.2.", "instant": "2026-02-01", "done": true},
             {"what": "Secundum", "when": "3.4.", "more": "Et cetera."}], name="Acta") }}
"""
TABLE = """
{% from "components/tables.html" import table %}
{% from "components/paging.html" import pager, filters %}
{% from "components/forms.html" import text, select %}
{# content #}<h1 class="govuk-heading-l">Lorem</h1>
{% call filters("/l", clear="/l") %}{{ text(form.name) }}{{ select(form.order) }}{% endcall %}
{{ table("Ipsum", ["Titulus", {"text": "Numerus", "numeric": true}, "Status"],
         [[{"text": "Dolor sit amet", "href": "/1"}, "12", {"words": "Apertum", "kind": "info"}],
          [{"text": "Consectetur", "href": "/2"}, "7", {"words": "Clausum", "kind": "bad"}]]) }}
{{ pager(pages) }}
"""
BLOCKS = """
{% from "components/blocks.html" import details, receipt %}
{% from "components/notices.html" import important, warning, inset, empty %}
{% from "components/lists.html" import summary, code %}
{# content #}<h1 class="govuk-heading-l">Lorem</h1>
{{ important("Ipsum.") }}{{ warning("Dolor.") }}{{ inset("Sit.") }}
{{ empty("Nihil.", "Alia", "/a") }}
{% call details("Cur") %}<p class="govuk-body">Quia.</p>{% endcall %}
{% call receipt("Charta 7") %}{{ summary([{"key": "Digestus", "value": code("9f86d081" * 8)}]) }}
{% endcall %}
"""
CONFIRMED = """
{% from "components/blocks.html" import confirmed %}
{# content #}{{ confirmed("Factum", "Ex hoc die.") }}<p class="govuk-body">Finis.</p>
"""


@cache
def gallery(language: Language) -> dict[str, str]:
    """Pages of the workbench that together hold every component, by a name for each."""
    form = every_field(language)
    faulty = every_field(
        language, name="", born_day="31", born_month="2", born_year="2020", order="x"
    )
    shown = pager(paged(range(240), Page(5)), "/l", tongue(language), {"q": "x"})
    away = frame_of(language, account=None, sign_in="/sign-in", navigation=())
    crumbs = [Link("Lorem", "/l"), Link("Ipsum", "/i")]
    return {
        "form": page(FORM, language, form=form, back="/b", demo=True),
        "faulty-form": page(FORM, language, form=faulty, breadcrumbs=crumbs),
        "question": page(QUESTION, language, form=form),
        "lists": page(LISTS, language, notice="Factum est."),
        "table": page(TABLE, language, form=form, pages=shown),
        "blocks": page(BLOCKS, language, frame=away),
        "confirmed": page(CONFIRMED, language),
    }
