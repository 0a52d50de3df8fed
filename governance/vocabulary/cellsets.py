"""Sets of cells as one short text: a bit for each cell, in an order that never changes."""

from __future__ import annotations

from functools import lru_cache

from governance.vocabulary.purposes import Cell, DataCategory, Purpose, RecipientKind

ORDER: tuple[Cell, ...] = tuple(
    Cell(purpose, category, recipient)
    for purpose in Purpose
    for category in DataCategory
    for recipient in RecipientKind
)
"""Bit n of a set is cell n. New purposes, categories or recipients need a ``cells.v2``."""

PREFIX = "cells.v1:"
_BIT = {cell: 1 << number for number, cell in enumerate(ORDER)}


@lru_cache(maxsize=65536)
def encode_cells(cells: frozenset[Cell]) -> str:
    """``cells.v1:`` and the set as a hexadecimal number."""
    return f"{PREFIX}{sum(_BIT[cell] for cell in cells):x}"


@lru_cache(maxsize=65536)
def decode_cells(text: str) -> frozenset[Cell]:
    """Read what :func:`encode_cells` wrote. Raises ValueError on anything else."""
    if not text.startswith(PREFIX):
        raise ValueError("not a set of cells")
    bits = int(text.removeprefix(PREFIX), 16)
    if bits >> len(ORDER):
        raise ValueError("cells that nobody knows")
    return frozenset(cell for cell, bit in _BIT.items() if bits & bit)
