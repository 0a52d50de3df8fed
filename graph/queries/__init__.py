"""What can be asked: a field for each question, with its arguments."""

from graph.queries.root import query_of

__all__ = ["query_of"]
