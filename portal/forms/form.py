"""The form that every form is: WTForms, speaking the language of the visit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from starlette.datastructures import FormData, QueryParams
from wtforms import Form as WTForm
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from portal.languages import N_, Tongue

OF_WTFORMS = (N_("Not a valid choice."), N_("This field is required."))
"""What WTForms says by itself where a form was tampered with; it asks our catalogues for words."""


class Form(WTForm):
    """Fields that a page shows and takes. Labels, hints and faults are messages to translate."""

    def __init__(
        self, tongue: Tongue, sent: FormData | QueryParams | None = None, **known: Any
    ) -> None:
        """``sent`` is what came back; ``known`` what the fields begin with."""
        self.tongue = tongue
        super().__init__(sent, meta={"tongue": tongue}, **known)

    class Meta:
        """WTForms asks here for the words of its own faults."""

        tongue: Tongue

        def get_translations(self, form: WTForm) -> Tongue:
            """The language of the visit."""
            return self.tongue

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was sent for any of its fields: it looks as it does for everybody."""
        return not any(field.raw_data for field in self)

    def asking(self, name: str, title: str, hint: str, choices: Sequence[tuple[str, str]]) -> Form:
        """This form, its one question put into words that depend on who is asked."""
        field = self[name]
        field.label.text, field.description = title, hint
        self.offering(name, choices)
        return self

    def offering(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """What can be answered to one field: values and their words."""
        self[name].choices = [SelectChoice(value, words) for value, words in choices]

    def faults(self) -> Iterator[tuple[str, str]]:
        """(field id, words) of everything that is wrong, in the order of the fields."""
        for field in self:
            for fault in field.errors:
                yield field.id, self.tongue.gettext(str(fault))

    def fault_of(self, name: str) -> str | None:
        """The words of the first fault of one field."""
        errors = self[name].errors
        return self.tongue.gettext(str(errors[0])) if errors else None

    def blame(self, name: str, words: str) -> None:
        """Add a fault that the domain found: a refusal that names this field."""
        self[name].errors = [*self[name].errors, words]


def needed(message: str) -> InputRequired:
    """Nothing may be sent without this; the message says what to give."""
    return InputRequired(message)


def at_most(characters: int, message: str) -> Length:
    """A text of bounded length; the message says how long it may be."""
    return Length(max=characters, message=message)
