"""A receipt of one act, in words: for the page, and for the paper."""

from __future__ import annotations

from dataclasses import dataclass

from governance.service.receipts import Receipt
from governance.views.acts import ConsentAct
from portal.languages import Tongue
from portal.messages.dates import instant
from portal.messages.names import name, name_within
from portal.presenters.citizen.history import what
from portal.receipts import Paper


@dataclass(frozen=True, slots=True)
class ReceiptLines:
    """What was said, how, and by what it is proved."""

    said: str
    rows: tuple[tuple[str, str], ...]
    hashes: tuple[tuple[str, str], ...]


def receipt_lines(receipt: Receipt, act: ConsentAct, tongue: Tongue) -> ReceiptLines:
    """The words of a receipt."""
    said, record = tongue.gettext, receipt.act.record
    rows = [
        (said("Counts from"), instant(tongue, record.event_time)),
        (said("Recorded"), instant(tongue, receipt.act.at)),
        (
            said("Said by"),
            f"{act.giver.name or ''} ({name_within(tongue, record.entity_capacity)})",
        ),
        (said("How"), name(tongue, record.collection_method)),
    ]
    if record.privacy_notice is not None:
        sheet = record.privacy_notice
        rows.append((said("Information sheet"), f"{sheet.major}.{sheet.minor}"))
    rows.append((said("Entry of the ledger"), str(receipt.act.position)))
    hashes = (
        (said("Fingerprint of the entry"), receipt.act.leaf_hash),
        (said("Signed checkpoint"), receipt.proof.checkpoint),
    )
    return ReceiptLines(what(act, tongue), tuple(rows), hashes)


def paper(
    receipt: Receipt, lines: ReceiptLines, tongue: Tongue, *, programme: str, address: str
) -> Paper:
    """The same on paper."""
    said = tongue.gettext
    return Paper(
        language=tongue.language,
        title=said("Receipt"),
        programme=programme,
        said=lines.said,
        rows=lines.rows,
        proof_title=said("How it can be proved"),
        proof=said(
            "This entry is in a ledger that only grows. Anybody can check that it is there, and "
            "that nothing was changed since."
        ),
        hashes=lines.hashes,
        address=address,
        address_words=said("Checkpoints are published here:"),
        code_words=said("Code with the address where checkpoints are published"),
        made_at=receipt.act.at,
    )
