"""The ledger as it is kept: its size and root, and its entries with their proofs."""

from __future__ import annotations

from operator import itemgetter

from starlette.responses import Response

from governance.views.ledger import LedgerEntries, LedgerEntry, LedgerSummary
from portal.forms.audit import EVERY, EntriesForm
from portal.messages.entries import happened
from portal.messages.ledger import codes
from portal.pages.audit.looking import address_of_older, asked, chosen
from portal.presenters import ledger as words
from portal.visit import NotShown, Visit


async def summary(visit: Visit) -> Response:
    """How long it is, and the newest signed checkpoint."""
    shown = await visit.ask(LedgerSummary())
    return visit.draw("audit/summary.html", summary=words.summary(shown, visit.tongue))


async def entries(visit: Visit) -> Response:
    """The newest first, those that fit every filter; what is no filter is said at its field."""
    form = EntriesForm(visit.tongue, visit.request.query_params)
    told = [(code, happened(visit.tongue, code)) for code in codes()]
    form.offering("code", [(EVERY.value, EVERY.label), *sorted(told, key=itemgetter(1))])
    form.validate()
    question = LedgerEntries(
        life=chosen(form, "life"),
        code=chosen(form, "code"),
        day=form["day"].data,
        part=visit.part(),
    )
    found, path, filters = await visit.ask(question), visit.url("audit-entries"), asked(visit, form)
    return visit.draw(
        "audit/entries.html",
        form=form,
        path=path,
        clear=path if filters else None,
        lines=[words.line(row, visit.tongue) for row in found.rows],
        older=address_of_older(path, found.next, filters),
        back=visit.url("audit"),
    )


async def entry(visit: Visit) -> Response:
    """One entry: the exact text that was hashed, and the proof that it is there."""
    asked = visit.named("thing")
    if not asked.isascii() or not asked.isdecimal() or len(asked) > 15:
        raise NotShown
    shown = await visit.ask(LedgerEntry(int(asked)))
    return visit.draw(
        "audit/entry.html",
        entry=words.line(shown, visit.tongue),
        proof=words.proof(shown, visit.tongue),
        body=shown.body,
        anchored=shown.proof is not None,
        back=visit.url("audit-entries"),
    )
