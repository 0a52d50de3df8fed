"""Programme: what is nobody else's: staff, partners, switches, keys, and refused attempts.

Five aggregates, a file each; every file has the headings of a life in their order.
"""
