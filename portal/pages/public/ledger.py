"""Signed checkpoints of the ledger: whoever holds one can show any change up to it."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.ledger import Checkpoints
from portal.visit import Visit


async def checkpoints(visit: Visit) -> Response:
    """The newest first."""
    found = await visit.ask(Checkpoints(part=visit.part()))
    older = f"{visit.url('checkpoints')}?before={found.next}" if found.next else None
    return visit.draw("public/checkpoints.html", checkpoints=found.rows, older=older)
