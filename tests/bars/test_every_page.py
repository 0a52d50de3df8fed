"""Every page in every language: it is visited, it answers, and it says what it is."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

import pytest

from governance.storage.database import Database
from governance.storage.driver import Session
from governance.vocabulary.people import Language
from portal.demo.region.households import NEIGHBOURS
from portal.routes import PAGES
from tests.bars.visiting import Visitors
from tests.bars.visits import AWAY, DESKS, MORE, ROWS, row_of, visits
from tests.portal.forms import forms_in, send
from tests.portal.world import World

NAMES = [one.given_name for one in NEIGHBOURS]


def test_somebody_visits_every_page() -> None:
    missing = [page.name for page in PAGES if page.show and not row_of(page)]
    assert [name for name in missing if name not in AWAY] == [], "add them to tests/bars/visits.py"


def test_every_visit_is_to_a_page_that_there_is() -> None:
    names = {page.name for page in PAGES}
    visited = {*ROWS, *AWAY, *DESKS, *(name for name, _ in MORE)}
    assert visited - names == set()


@pytest.mark.parametrize("language", list(Language))
async def test_every_page_answers_in_its_language_with_a_title_of_its_own(
    world: World, language: Language
) -> None:
    faults: list[str] = []
    titles: dict[str, str] = {}
    visitors = Visitors(world)
    for page, row in visits():
        path = await visitors.path(page, row, language)
        answer = await (await visitors.client(page, row)).get(path, follow_redirects=False)
        said = f"{page.name} ({path})"
        if answer.status_code != row.status:
            faults.append(f"{said} answers {answer.status_code}")
        if not answer.headers["content-type"].startswith(row.kind):
            faults.append(f"{said} is {answer.headers['content-type']}")
        if row.kind == "text/html" and answer.status_code == row.status:
            faults += [
                f"{said} {fault}" for fault in _faults_of(answer.text, page.spoken, language)
            ]
            title = _title(answer.text)
            if row.status == 200 and titles.setdefault(title, page.name) != page.name:
                faults.append(f"{said} has the title of {titles[title]}: {title}")
        if (row.person or not page.is_open) and answer.headers["cache-control"] != "no-store":
            faults.append(f"{said} may be stored")
    assert "\n".join(faults) == ""


async def test_no_page_waits_for_a_connection_while_it_holds_another(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many visits as there are connections would wait for each other."""
    held, faults, begin = ContextVar("held", default=False), list[str](), Database._transaction
    path = ""

    @asynccontextmanager
    async def counted(database: Database, *kind: Any) -> AsyncIterator[Session]:
        if held.get():
            faults.append(path)
        token = held.set(True)
        try:
            async with begin(database, *kind) as session:
                yield session
        finally:
            held.reset(token)

    visitors = Visitors(world)
    monkeypatch.setattr(Database, "_transaction", counted)
    for page, row in visits():
        path = await visitors.path(page, row, Language.ENGLISH)
        browser = await visitors.client(page, row)
        shown = await browser.get(path)
        if any(form.method == "post" for form in forms_in(shown)):
            await send(browser, shown)
    assert faults == []


def _faults_of(text: str, spoken: bool, language: Language) -> list[str]:
    faults = []
    if spoken and f'<html lang="{language}"' not in text:
        faults.append("does not say its language")
    for tag in ("h1", "main"):
        if (count := len(re.findall(rf"<{tag}[\s>]", text))) != 1:
            faults.append(f"has {count} {tag}")
    title = _title(text)
    faults += [] if title else ["has no title"]
    faults += [f"has {name} in its title" for name in NAMES if name in title]
    heading = re.findall(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
    if heading and not re.sub(r"<[^>]+>", "", heading[0]).strip():
        faults.append("has an empty heading")
    return faults


def _title(text: str) -> str:
    """What the page is called; a picture in it has a title of its own."""
    found = re.findall("<title>(.*?)</title>", text.partition("</head>")[0], re.DOTALL)
    return found[0].strip() if len(found) == 1 else ""
