"""What each reader sees of the record, on both databases."""
