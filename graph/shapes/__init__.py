"""How values of the core appear in the schema, and how what is sent becomes values of the core.

You may change how a kind of value is shown here; what is shown, and to whom, views have decided.
"""
