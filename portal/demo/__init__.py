"""The demo: a synthetic region, made from a seed, and the story told on it. Not for production."""
