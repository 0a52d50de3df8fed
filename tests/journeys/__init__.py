"""Journeys: a whole story at a time, as somebody outside would check it."""
