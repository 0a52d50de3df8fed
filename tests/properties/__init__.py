"""Machines that search for a leak, a lie in the ledger, or an order of acts that breaks a rule."""
