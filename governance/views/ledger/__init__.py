"""The ledger, for whoever checks it: its entries as kept, with proofs, and its checkpoints."""

from governance.views.ledger.checkpoints import (
    Checkpoints,
    LedgerShown,
    LedgerSummary,
    SignedNote,
)
from governance.views.ledger.entries import EntryShown, LedgerEntries, LedgerEntry, ProofShown

__all__ = [
    "Checkpoints",
    "EntryShown",
    "LedgerEntries",
    "LedgerEntry",
    "LedgerShown",
    "LedgerSummary",
    "ProofShown",
    "SignedNote",
]
