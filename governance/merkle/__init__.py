"""Merkle: hashing, proofs and checkpoints of an append-only log (RFC 6962, C2SP signed notes). Pure."""

from governance.merkle.notes import BadCheckpoint, Checkpoint, open_note, sign_note
from governance.merkle.proofs import (
    consistency_proof,
    inclusion_proof,
    range_hash,
    verify_consistency,
    verify_inclusion,
)
from governance.merkle.tree import TILE, Frontier, leaf_hash, node_hash, root_of

__all__ = [
    "TILE",
    "BadCheckpoint",
    "Checkpoint",
    "Frontier",
    "consistency_proof",
    "inclusion_proof",
    "leaf_hash",
    "node_hash",
    "open_note",
    "range_hash",
    "root_of",
    "sign_note",
    "verify_consistency",
    "verify_inclusion",
]
