"""The framework's executor, which leaves lists and objects to be written outright where it can."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import isawaitable
from typing import Any

from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from graph.loaders import Seen
from graph.writing.writers import Write, Writers

Usual = Callable[[], Any]


class Executor(StrawberryGraphQLCoreExecutionContext):
    """One operation under way."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._writers = Writers(self)

    def complete_list_value(self, return_type: Any, details: Any, *rest: Any) -> Any:
        """A list: ``rest`` is how it came here (info, path, result, position)."""
        usual = partial(super().complete_list_value, return_type, details, *rest)
        return self._written(return_type, details, rest[2], usual)

    def complete_object_value(self, return_type: Any, details: Any, *rest: Any) -> Any:
        """An object, likewise."""
        usual = partial(super().complete_object_value, return_type, details, *rest)
        return self._written(return_type, details, rest[2], usual)

    def _written(self, kind: Any, details: Any, result: Any, usual: Usual) -> Any:
        write = self._writers.of(kind, details)
        if write is None:
            return usual()
        seen = Seen(self.context_value)
        try:
            told = write(result, seen)
        except Exception:  # whatever it is, the usual way meets it again and tells it
            return usual()
        return self._later(write, result, seen, usual) if seen.wanted else told

    async def _later(self, write: Write, result: Any, seen: Seen, usual: Usual) -> Any:
        """Load what was missing, all at once, and write anew: nothing is changed by writing."""
        try:
            while seen.wanted:
                await seen.load()
                told = write(result, seen)
            return told
        except Exception:
            told = usual()
            return await told if isawaitable(told) else told
