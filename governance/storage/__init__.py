"""You may change how things are kept, never what they mean; the contract tests must pass on both
databases.
"""
