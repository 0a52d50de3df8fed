"""Fields that WTForms lacks: a day in three parts, as people know it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.datastructures import FormData
from wtforms import Field
from wtforms.utils import unset_value

from portal.languages import N_

DAY, MONTH, YEAR = "day", "month", "year"
NO_SUCH_DAY = N_("Enter a real date, such as 27 3 2027")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three boxes of a day; the first has the id of its field: faults lead there."""

    what: str
    id: str
    name: str
    label: str
    characters: int
    value: str


class DayField(Field):
    """A day written as day, month and year. ``data`` is a date; None where nothing was written.

    Raises nothing: three boxes that are no day are a fault of the field, and keep what was typed.
    """

    typed: tuple[str, str, str] = ("", "", "")
    process_errors: list[str]

    def process(
        self,
        formdata: FormData | None,
        data: Any = unset_value,
        extra_filters: Sequence[Any] | None = None,
    ) -> None:
        """Take the three boxes that were sent, else begin with a day that is known."""
        self.process_errors = []
        known = self.default if data is unset_value else data
        self.data = self.object_data = known
        if isinstance(known, date):
            self.typed = (str(known.day), str(known.month), str(known.year))
        names = [part.name for part in self.parts()]
        if formdata is not None and any(name in formdata for name in names):
            day, month, year = (str(formdata.get(name, "")).strip()[:10] for name in names)
            self.typed = (day, month, year)
            self.raw_data = [one for one in self.typed if one]
            self._read(day, month, year)

    def _read(self, day: str, month: str, year: str) -> None:
        self.data = None
        if not any(self.typed):
            return
        with suppress(ValueError, OverflowError):
            if len(year) == 4:
                self.data = date(int(year), int(month), int(day))
        if self.data is None:
            self.process_errors.append(self.gettext(NO_SUCH_DAY))

    def parts(self) -> Iterator[Part]:
        """The three boxes in their order."""
        labels = (N_("Day"), N_("Month"), N_("Year"))
        parts = zip((DAY, MONTH, YEAR), labels, (2, 2, 4), self.typed, strict=True)
        for part, label, characters, value in parts:
            name = f"{self.name}-{part}"
            is_first = part == DAY
            yield Part(part, self.id if is_first else name, name, label, characters, value)
