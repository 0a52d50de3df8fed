"""Refusals are data: a code, the rules behind it, and the field at fault. Words live at the edges.

Codes are kebab-case and never reused. A refusal holds no personal data, so that it may be logged,
shown, and kept in the actor's stream.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done.

    ``code`` says what is wrong (``consent-not-in-force``); ``rules`` are the ids of the rules
    that refused (``A-12``); ``field`` is the field of the command at fault, where there is one;
    ``items`` are codes that make it precise, such as the missing items of an application.
    """

    code: str
    rules: tuple[str, ...] = ()
    field: str | None = None
    items: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One plain line for the command line and the logs."""
        where = f" at {self.field}" if self.field else ""
        why = f" ({', '.join(self.rules + self.items)})" if self.rules or self.items else ""
        return f"{self.code}{where}{why}"


class Refused(Exception):
    """Raised where a refusal has to cross a boundary that cannot return it."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal


class MalformedInput(Exception):
    """A file from outside cannot be read as what it claims to be.

    ``file`` is the bare name, never a path; ``line`` counts from 1 and is None where the fault has
    no line; ``reason`` says what is wrong without repeating personal data.
    """

    def __init__(self, *, file: str, line: int | None, reason: str) -> None:
        at = f", line {line}" if line is not None else ""
        super().__init__(f"{file}{at}: {reason}")
        self.file, self.line, self.reason = file, line, reason


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else changed what this command had read, several times in a row: try again."""

    code: str = "conflict"
