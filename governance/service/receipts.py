"""Receipts: what proves to its holder that an act of consent is in the ledger (GDPR 7(1))."""

from __future__ import annotations

from dataclasses import dataclass

from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.anchoring import sign_now
from governance.service.ask import NOT_FOUND, ask
from governance.service.house import House
from governance.storage import checkpoints
from governance.storage.checkpoints import Receipt as Proof
from governance.storage.checkpoints import Stored
from governance.views.receipts import ActOfReceipt, ReceiptedAct
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class Receipt:
    """An act, its proof against a signed checkpoint, and the published line of the key.

    ``proof.plain()`` is what the standalone verifier reads.
    """

    act: ReceiptedAct
    proof: Proof
    checkpoint_size: int
    signer: str

    @property
    def receipt_id(self) -> str:
        """The same for the same act and checkpoint: its position, and the size that covers it."""
        return f"{self.act.position}-{self.checkpoint_size}"


async def receipt_of(
    house: House, citizen: SubjectId, position: int, *, by: Principal
) -> Receipt | Refusal:
    """The receipt of one act, against the first checkpoint that covers it, signed now if need be.

    Refused ``not-found`` where there is no such act, or none that this reader may see.
    """
    shown = await ask(house, ActOfReceipt(citizen, position=position), by=by)
    if isinstance(shown, Refusal):
        return shown
    act = shown.receipts or shown.minor_refusal
    if act is None:
        return NOT_FOUND
    checkpoint = await _covering(house, position)
    async with house.database.reading() as session:
        proof = await checkpoints.receipt(session, position, checkpoint.note, size=checkpoint.size)
    return Receipt(act, proof, checkpoint.size, checkpoint.signer)


async def _covering(house: House, position: int) -> Stored:
    async with house.database.reading() as session:
        found = await checkpoints.first_covering(session, position)
    if found is not None:
        return found
    await sign_now(house)
    async with house.database.reading() as session:
        signed = await checkpoints.first_covering(session, position)
    if signed is None:
        raise LookupError("the ledger is shorter than an entry in it")
    return signed
