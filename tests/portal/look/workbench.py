"""Components drawn alone: in any language, as text, and as a page in a real browser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from wtforms import FileField as File
from wtforms import RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import Optional

from governance.vocabulary.people import Language
from portal.forms.fields import DayField
from portal.forms.form import Form, needed
from portal.languages import N_, tongue
from portal.presenters.layout import FOOT, Account, Frame, Link, languages_of, links
from portal.rendering import STATIC, Renderer, new_environment
from portal.security import headers

POLICY = headers("http://identity.test", secure=False)
"""Pages of the workbench are sent with the same policy as those of the portal."""
ENVIRONMENTS = {language: new_environment(language) for language in Language}
for _environment in ENVIRONMENTS.values():
    _environment.globals |= {"asset": Renderer().asset, "programme": "Baimena"}


@dataclass(frozen=True)
class Spoken:
    """As much of a visit as the layout looks at."""

    language: Language


class EveryField(Form):
    """One field of each kind."""

    name = StringField(
        N_("Name"), [needed(N_("Enter a name"))], description=N_("As on your health card")
    )
    why = TextAreaField(N_("Why"), [Optional()])
    born = DayField(N_("Day of birth"), [needed(N_("Enter the day"))])
    answer = RadioField(
        N_("Your answer"),
        [needed(N_("Choose an answer"))],
        choices={"yes": N_("Yes"), "no": N_("No")},
    )
    kinds = SelectMultipleField(
        N_("Kinds of data"),
        [needed(N_("Choose at least one"))],
        choices={"genomic": N_("Genomic"), "imaging": N_("Imaging"), "none": N_("None")},
    )
    order = SelectField(N_("Order"), choices={"new": N_("Newest"), "old": N_("Oldest")})
    paper = File(N_("Document"), description=N_("A PDF of at most 2 megabytes"))


def every_field(language: Language = Language.ENGLISH, /, **sent: str) -> EveryField:
    """The form, empty; with ``sent`` (``born_day`` is ``born-day``) as it comes back, checked."""
    named = {name.replace("_", "-"): value for name, value in sent.items()}
    form = EveryField(tongue(language), FormData(named) if sent else None)
    if sent:
        form.validate()
    return form


def frame_of(language: Language, **changed: Any) -> Frame:
    """A frame as somebody who is signed in sees it."""
    speaks = tongue(language)
    whole = Frame(
        home=f"/{language.value}/",
        languages=languages_of(language, f"/{language.value}/here"),
        navigation=(
            Link("Unum", "/one", current=True),
            Link("Duo", "/two"),
            Link("Tertium, quod est longius", "/three"),
        ),
        account=Account("Amaia Etxeberria", "/sessions", "/sign-out", timedelta(minutes=20)),
        foot=links(FOOT, lambda name: f"/{language.value}/{name}", speaks),
    )
    return replace(whole, **changed)


def draw(source: str, language: Language = Language.ENGLISH, **context: Any) -> str:
    """A piece of a template."""
    return ENVIRONMENTS[language].from_string(source).render(context)


def page(source: str, language: Language = Language.ENGLISH, **context: Any) -> str:
    """A whole page whose content is this piece of a template."""
    imports, _, content = source.rpartition("{# content #}")
    whole = f"""{{% extends "layout.html" %}}{imports}
        {{% block title %}}Workbench{{% endblock %}}
        {{% block content %}}{content}{{% endblock %}}"""
    known = {"visit": Spoken(language), "frame": frame_of(language), **context}
    return ENVIRONMENTS[language].from_string(whole).render(known)


def workbench(pages: dict[str, str]) -> Starlette:
    """Serves these pages by name, with the compiled assets and the headers of the portal."""

    async def show(request: Request) -> Response:
        answer = HTMLResponse(pages[request.path_params["name"]])
        await POLICY.set_headers_async(answer)
        return answer

    return Starlette(
        routes=[
            Mount("/static", StaticFiles(directory=STATIC)),
            Route("/{name}", show),
        ]
    )
