"""Attacks on the API as it is: its schema, its region, every one of them named or generated."""
