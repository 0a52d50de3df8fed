"""You may add a file, never edit a released one; ledger tables only grow."""
