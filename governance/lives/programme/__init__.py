"""Programme: what is nobody else's: staff, accounts, partners, webhooks, switches, keys, attempts.

Seven aggregates, a file or a folder each, with the headings of a life in their order.
"""
