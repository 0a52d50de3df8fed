"""The tree, its proofs and its checkpoints, against a naive reading of RFC 6962."""
