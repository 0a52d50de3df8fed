"""How a question of law is settled: one answer among all of all questions, and why."""

from __future__ import annotations

from wtforms import RadioField

from portal.forms.deeds import long_text
from portal.forms.form import Form, needed
from portal.languages import N_


class SwitchForm(Form):
    """Which reading holds from now on."""

    value = RadioField(
        N_("Reading"),
        description=N_("The strictest reading holds until somebody settles the question."),
        validators=[needed(N_("Choose how the question is settled"))],
    )
    reason = long_text(N_("Reason"), N_("Write the reason"))
