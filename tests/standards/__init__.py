"""Translations say what the standard says, and nothing more."""
