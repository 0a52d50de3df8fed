"""Receipts as tagged PDF (PDF/UA-1): the same receipt gives the same bytes, whenever it is made."""

from portal.receipts.paper import Paper, as_pdf

__all__ = ["Paper", "as_pdf"]
