"""The receipt of one act: as a page, as a PDF, and as a file that anybody can verify."""

from __future__ import annotations

import json

from starlette.responses import Response

from governance.refusals import Refusal
from governance.service.receipts import Receipt, receipt_of
from governance.views.acts import ConsentAct
from governance.views.consents import Consents
from governance.views.paging import MOST_ROWS, Page
from portal.pages.citizen.whose import Whose, whose
from portal.presenters.citizen.receipt import ReceiptLines, paper, receipt_lines
from portal.receipts import as_pdf
from portal.visit import NotShown, Visit


async def show(visit: Visit) -> Response:
    """What was said and how it can be proved."""
    who, receipt, lines = await _receipt(visit)
    files = {kind: who.url(f"receipt-{kind}", position=receipt.act.position) for kind in FILES}
    return visit.draw("citizen/receipt.html", whose=who, lines=lines, files=files)


async def as_paper(visit: Visit) -> Response:
    """A tagged PDF in the language of the page."""
    _, receipt, lines = await _receipt(visit)
    made = as_pdf(
        paper(
            receipt,
            lines,
            visit.tongue,
            programme=str(visit.renderer.shared["programme"]),
            address=f"{visit.login.public_url}/{visit.language.value}/checkpoints",
        )
    )
    return _file(made, "application/pdf", f"baimena-{receipt.receipt_id}.pdf")


async def as_proof(visit: Visit) -> Response:
    """The entry with its proof, for the standalone verifier."""
    _, receipt, _ = await _receipt(visit)
    proof = json.dumps(receipt.proof.plain(), indent=1).encode()
    return _file(proof, "application/json", f"baimena-{receipt.receipt_id}.json")


FILES = {"pdf": as_paper, "proof": as_proof}


async def _receipt(visit: Visit) -> tuple[Whose, Receipt, ReceiptLines]:
    who, asked = await whose(visit), visit.named("position")
    if not asked.isascii() or not asked.isdecimal() or len(asked) > 15:
        raise NotShown
    receipt = await receipt_of(await visit.apart(), who.citizen, int(asked), by=visit.principal)
    if isinstance(receipt, Refusal):
        raise NotShown
    act = await _act(visit, who, receipt.act.position)
    return who, receipt, receipt_lines(receipt, act, visit.tongue)


async def _act(visit: Visit, who: Whose, position: int) -> ConsentAct:
    """The act as the history shows it, however far back it lies. Raises NotShown."""
    number, pages = 1, 1
    while number <= pages:
        shown = await visit.ask(Consents(who.citizen, page=Page(number, MOST_ROWS)))
        acts = shown.acts.rows if shown.acts else ()
        acts += shown.minor_refusal.acts if shown.minor_refusal else ()
        for act in acts:
            if act.position == position:
                return act
        pages, number = shown.acts.pages if shown.acts else 0, number + 1
    raise NotShown


def _file(content: bytes, media: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media, headers=headers)
