"""You may translate to and from the words of others here, and nothing else: no rules."""
