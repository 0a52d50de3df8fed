"""You may add anything that makes a promise checkable; a test's name is a sentence a committee
member understands."""
