"""You may add a case for a rule; a rule without one does not land."""
