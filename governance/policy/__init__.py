"""You may change wording and rules only with the owner's approval named in CODEOWNERS and a case
in tests/policy/cases that fails before and passes after.
"""
