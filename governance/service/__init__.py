"""The service: where time, chance and transactions enter. ``carry_out`` writes, ``ask`` reads.

You may change how work is carried out here, never what is right: rules and lives say that.
"""
