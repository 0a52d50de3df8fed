"""Releases that are killed, raced and revoked: never half-honoured, never half-written."""
