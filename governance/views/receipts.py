"""One act of consent as it stands in a receipt; the proof of it needs the house (``service``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from governance.eligibility.said import said_by
from governance.lives import consents, information_sheets
from governance.lives.information_sheets.events import SheetDrafted
from governance.policy.visibility_facts import View
from governance.standards.consent_record import ConsentRecord, consent_record
from governance.storage.ledger import Recorded, leaf_at
from governance.views.acts import OF_A_MINOR
from governance.views.citizen import OfCitizen
from governance.views.question import Looking, Shown


@dataclass(frozen=True, slots=True)
class ReceiptedAct:
    """The entry of an act, and what it says in the terms of the standard."""

    position: int
    at: datetime
    code: str
    leaf_hash: str
    record: ConsentRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptShown(Shown):
    """Fields of ``View.CONSENTS``: the act in one of them."""

    receipts: ReceiptedAct | None = None
    minor_refusal: ReceiptedAct | None = None
    """A minor's own no is shown as such, and to nobody else."""


@dataclass(frozen=True, slots=True)
class ActOfReceipt(OfCitizen[ReceiptShown]):
    """One act of a citizen, by its position."""

    ABOUT: ClassVar[str] = consents.NAME
    position: int = 0

    async def answer(self, looking: Looking) -> ReceiptShown | None:
        """None where the entry there is no act of hers."""
        meant = await self.meant(looking)
        if meant is None:
            return None
        said = await said_by(looking.then, meant.who, looking.instant.time)
        entry = next((one for one in said.acts if one.position == self.position), None)
        if entry is None:
            return None
        leaf = (await leaf_at(looking.now.session, entry.position)).hex()
        act = ReceiptedAct(
            position=entry.position,
            at=entry.event.at,
            code=entry.event.CODE,
            leaf_hash=leaf,
            record=consent_record(
                entry.event,
                record_id=leaf,
                citizen=meant.who,
                notice_digest=await _notice_digest(looking, entry),
            ),
        )
        of_a_minor = isinstance(entry.event, OF_A_MINOR)
        whole = ReceiptShown(
            id=meant.who,
            receipts=None if of_a_minor else act,
            minor_refusal=act if of_a_minor else None,
        )
        return await looking.redacted(whole, View.CONSENTS, meant.about)


async def _notice_digest(looking: Looking, entry: Recorded) -> str | None:
    sheet, language = getattr(entry.event, "sheet", None), getattr(entry.event, "language", None)
    if sheet is None or language is None:
        return None
    for drafted in await looking.then.history(information_sheets, sheet.sheet_id):
        event = drafted.event
        if isinstance(event, SheetDrafted) and (event.major, event.minor) == (
            sheet.major,
            sheet.minor,
        ):
            texts = {"es": event.text_es, "eu": event.text_eu, "en": event.text_en}
            return texts[language.value].digest
    return None
