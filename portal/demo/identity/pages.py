"""The few pages of this provider: plain HTML, three languages, no JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from governance.vocabulary.people import Language
from portal.demo.identity.clients import Client
from portal.demo.identity.words import NAMES, WORDS, spoken

FOLDER = Path(__file__).with_name("templates")
STYLE = (FOLDER / "style.css").read_text(encoding="utf-8")
TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


class Pages:
    """Draws pages. ``clients`` are those to which a form here may lead back."""

    def __init__(self, clients: Mapping[str, Client]) -> None:
        addresses = {
            f"{parts.scheme}://{parts.netloc}"
            for client in clients.values()
            for parts in map(urlsplit, (*client.redirect_uris, *client.post_logout_redirect_uris))
        }
        forms = " ".join(["'self'", *sorted(addresses)])
        policy = (
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
            f"frame-ancestors 'none'; form-action {forms}"
        )
        self.headers = {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-store",
        }

    def draw(
        self, request: Request, template: str, title: str, *, status: int = 200, **context: Any
    ) -> Response:
        """One page, in the language of its address, else of the browser."""
        asked = request.query_params.get("ui_locales")
        language = spoken(asked, request.headers.get("accept-language"))
        words = partial(_say, language)
        page = TEMPLATES.get_template(template).render(
            language=language.value,
            words=words,
            title=title,
            switches=_switches(request) if status == 200 and request.method == "GET" else (),
            **context,
        )
        return HTMLResponse(page, status, self.headers)

    def wrong(self, request: Request) -> Response:
        """What was asked cannot be answered; nothing of it is repeated."""
        return self.draw(request, "told.html", "wrong", status=400, told="start-again")


def _say(language: Language, name: str) -> str:
    return WORDS[name][language]


def _switches(request: Request) -> list[tuple[str, str, str]]:
    """The same page in each language."""
    here = request.url
    return [
        (one.value, name, f"{here.path}?{here.include_query_params(ui_locales=one.value).query}")
        for one, name in NAMES.items()
    ]


def style(_request: Request) -> Response:
    """How the pages look."""
    return Response(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})
