"""Signing in over real HTTP, against the demo's provider and an independent one; and attacks."""
