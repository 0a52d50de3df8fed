"""What the register holds of her, who stands to her, and who has read it."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.record import CitizenRecord
from portal.pages.citizen.whose import whose
from portal.presenters.citizen import record as words
from portal.presenters.paging import pager
from portal.visit import Visit


async def show(visit: Visit) -> Response:
    """Her record, and the newest reads of it."""
    who = await whose(visit)
    shown = await visit.ask(CitizenRecord(who.citizen, page=visit.paging()))
    return visit.draw(
        "citizen/record.html",
        whose=who,
        details=words.details(shown, visit.tongue),
        deciders=words.deciders(shown, visit.tongue),
        reads=words.reads(shown, visit.tongue),
        pager=pager(shown.access_log, who.url("record"), visit.tongue)
        if shown.access_log
        else None,
    )
