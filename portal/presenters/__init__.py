"""Presenters: what a view answered, in the words and shapes of a page. Pure; no rule lives here."""
