"""Programme: what is nobody else's: staff, accounts, partners, switches, keys, attempts.

Six aggregates, a file each; every file has the headings of a life in their order.
"""
