"""Eligibility gathers facts, for one, for a list, for everyone, and asks ``judge``.

You may change how a fact is found here, never what it means: the pure folds of the lives say that.
"""
