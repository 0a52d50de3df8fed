"""A list, a page at a time: asked for, each row in words, and the ways to the other pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from governance.views.paging import Paged
from governance.views.question import Question
from portal.languages import Tongue
from portal.presenters.paging import pager
from portal.visit import Visit


async def listed(
    visit: Visit,
    template: str,
    question: Question[Paged[Any]],
    line: Callable[[Any, Tongue], Any],
    *,
    name: str,
    **more: Any,
) -> Response:
    """The page called ``name``, with the rows that she may see; ``more`` is for its template."""
    found = await visit.ask(question)
    return visit.draw(
        template,
        lines=[line(row, visit.tongue) for row in found.rows],
        pager=pager(found, visit.url(name), visit.tongue),
        **more,
    )
