"""The ledger as it is kept: its size and root, entries with their proofs, and its check."""

from __future__ import annotations

from starlette.responses import Response

from governance.refusals import Refusal, Refused
from governance.service.ledger_check import Progress, watch_check
from governance.views.ledger import LedgerEntries, LedgerEntry, LedgerSummary
from portal.presenters import ledger as words
from portal.visit import NotShown, Visit


async def summary(visit: Visit) -> Response:
    """How long it is, and the newest signed checkpoint."""
    shown = await visit.ask(LedgerSummary())
    return visit.draw("audit/summary.html", summary=words.summary(shown, visit.tongue))


async def entries(visit: Visit) -> Response:
    """The newest first; of one life where the address names it."""
    life = visit.request.query_params.get("life", "")[:40] or None
    found = await visit.ask(LedgerEntries(life=life, part=visit.part()))
    older = f"?life={life or ''}&before={found.older}" if found.older else None
    return visit.draw(
        "audit/entries.html",
        lines=[words.line(row, visit.tongue) for row in found.rows],
        older=older,
        life=life or "",
    )


async def entry(visit: Visit) -> Response:
    """One entry: the exact text that was hashed, and the proof that it is there."""
    asked = str(visit.request.path_params["thing"])
    if not asked.isascii() or not asked.isdecimal() or len(asked) > 15:
        raise NotShown
    shown = await visit.ask(LedgerEntry(int(asked)))
    return visit.draw(
        "audit/entry.html",
        entry=words.line(shown, visit.tongue),
        proof=words.proof(shown, visit.tongue),
        body=shown.body,
    )


async def ask_check(visit: Visit) -> Response:
    """What a check compares, and one button."""
    return visit.draw("audit/verify.html", result=None, key=visit.new_key())


async def check(visit: Visit) -> Response:
    """Every entry hashed anew, step by step; nothing is held open between the steps."""
    watched = await watch_check(visit.house, by=visit.principal)
    if isinstance(watched, Refusal):
        raise Refused(watched)
    last: Progress | None = None
    async for progress in watched:
        last = progress
    result = words.checked(last, visit.tongue) if last else None
    return visit.draw("audit/verify.html", result=result, key=visit.new_key())
