"""Oversight in the portal: the ledger and its check, attempts, reads and roles."""
