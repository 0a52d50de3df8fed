"""What a citizen sees of herself, in words: choices, uses, notices, receipts."""
