"""What ``partners_api`` needs: a region, the API on it, PostGraphile beside it, and their work."""
