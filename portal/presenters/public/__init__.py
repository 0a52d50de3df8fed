"""What everybody reads, put into words."""
