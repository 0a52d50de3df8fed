"""You may change how records are taken out and written; never who: that is asked of eligibility."""
