"""Looking up one citizen: by whom she is called what, and why it has to be."""

from __future__ import annotations

from wtforms import RadioField

from governance.vocabulary.looking_up import LookUpReason
from portal.forms.deeds import PersonNamedForm
from portal.forms.form import needed
from portal.languages import N_
from portal.messages.looking_up import REASONS


class LookUpForm(PersonNamedForm):
    """A person, and the reason for reading about her."""

    why = RadioField(
        N_("Why do you look her up?"),
        description=N_("The person reads the reason you choose here."),
        choices={one.value: words for one, words in REASONS.items()},
        validators=[needed(N_("Choose why you look her up"))],
    )

    @property
    def reason(self) -> LookUpReason:
        """What was chosen; only of a form that holds no fault."""
        return LookUpReason(self["why"].data)
