"""Merkle: hashing, tiles, proofs and checkpoints of an append-only log (RFC 6962, C2SP). Pure."""

from governance.merkle.notes import (
    BadCheckpoint,
    Checkpoint,
    MalformedCheckpoint,
    UnsignedCheckpoint,
    open_note,
    sign_note,
    verifier_key,
)
from governance.merkle.proofs import (
    consistency_proof,
    inclusion_proof,
    range_hash,
    verify_consistency,
    verify_inclusion,
)
from governance.merkle.tiles import (
    Subtrees,
    TileIncomplete,
    tiles_for_consistency,
    tiles_for_inclusion,
    tiles_for_root,
)
from governance.merkle.tree import TILE, Frontier, leaf_hash, node_hash, root_of

__all__ = [
    "TILE",
    "BadCheckpoint",
    "Checkpoint",
    "Frontier",
    "MalformedCheckpoint",
    "Subtrees",
    "TileIncomplete",
    "UnsignedCheckpoint",
    "consistency_proof",
    "inclusion_proof",
    "leaf_hash",
    "node_hash",
    "open_note",
    "range_hash",
    "root_of",
    "sign_note",
    "tiles_for_consistency",
    "tiles_for_inclusion",
    "tiles_for_root",
    "verifier_key",
    "verify_consistency",
    "verify_inclusion",
]
