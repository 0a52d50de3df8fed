"""Queries over projections, for gathering: one statement for one, a list or everyone."""
