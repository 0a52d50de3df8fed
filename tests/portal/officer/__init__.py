"""What the data protection officer sees and does."""
