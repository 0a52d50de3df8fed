"""What an extraction does, as a value: sources, columns, disclosure settings, names of files.

The service translates a release's signed recipe and the described datasets into a plan; nothing
here is decided by the engine. Times and people are not part of it: they come with the freeze.
"""

from __future__ import annotations

from dataclasses import dataclass

PSEUDONYM_COLUMN = "pseudonym"
MISSING_MARKS = ("", "#REF!")
"""Texts that mean "no value" in a holder's table; they leave as missing values."""
SMALLEST_GROUP = 5
"""k of k-anonymity where the recipe does not ask for more."""
MOST_QUASI_IDENTIFIERS = 12
"""Disclosure control tries every set of them: its cost doubles with each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePlan:
    """How one table leaves. Column names are those of the source."""

    source_sha256: str
    """Hash of the source file as it was registered; a changed source is refused."""
    id_column: str
    columns: tuple[str, ...]
    """Permitted columns, in the order of the released table."""
    identifiers: frozenset[str] = frozenset()
    """Columns that name a person; they never leave, also where somebody permitted them."""
    quasi_identifiers: tuple[str, ...] = ()
    """Columns that single people out together; the first are kept longest."""
    k: int = SMALLEST_GROUP
    missing: tuple[str, ...] = MISSING_MARKS
    repeated: bool = False
    """Whether one person may have many rows, as in a table of measurements."""

    def __post_init__(self) -> None:
        if self.k < 1:
            raise ValueError("k is at least 1")
        if len(self.quasi_identifiers) > MOST_QUASI_IDENTIFIERS:
            raise ValueError(f"at most {MOST_QUASI_IDENTIFIERS} quasi-identifiers")

    @property
    def released(self) -> tuple[str, ...]:
        """The columns that leave beside the pseudonym: permitted, once each, naming nobody."""
        return tuple(
            name
            for name in dict.fromkeys(self.columns)
            if name != self.id_column and name not in self.identifiers
        )

    @property
    def controlled(self) -> tuple[str, ...]:
        """The quasi-identifiers that leave, and so come under disclosure control."""
        return tuple(
            name for name in dict.fromkeys(self.quasi_identifiers) if name in self.released
        )
