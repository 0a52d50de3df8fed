"""What is plain in an answer is written outright, and not field by field.

A framework that runs any schema resolves each field by itself, and asks of each value whether it
has to be waited for. Most of ours are attributes of a value that a view has made and redacted: for
these a function is composed of what the query selects. Wherever it meets anything unusual, it gives
up, and the framework answers that part as it always has, errors and all.
"""

from graph.writing.executor import Executor

__all__ = ["Executor"]
