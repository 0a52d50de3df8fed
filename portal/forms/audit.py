"""What is looked for in the ledger and in the log of reads."""

from __future__ import annotations

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from governance.vocabulary.acts import Act
from portal.forms.fields import DayField
from portal.forms.form import Form
from portal.languages import N_
from portal.messages.acts import ACTS
from portal.messages.ledger import codes, lives

EVERY = SelectChoice("", N_("Every kind"))


class EntriesForm(Form):
    """Entries of one life, of one code, of one day."""

    life = SelectField(
        N_("About"),
        default="",
        choices=[EVERY, *(SelectChoice(name, said) for name, said in lives())],
    )
    code = SelectField(
        N_("What was recorded"),
        default="",
        choices=[EVERY, *(SelectChoice(code, code) for code in codes())],
    )
    day = DayField(N_("Day"))


class ReadsForm(Form):
    """Reads that were allowed or refused, of one act, of one day."""

    allowed = SelectField(
        N_("Which reads"),
        default="",
        choices=[
            SelectChoice("", N_("All")),
            SelectChoice("yes", N_("Those that were allowed")),
            SelectChoice("no", N_("Those that were refused")),
        ],
    )
    act = SelectField(
        N_("What was done"),
        default="",
        choices=[
            EVERY,
            *(SelectChoice(act.value, ACTS[act]) for act in Act if act.value.startswith("read-")),
            SelectChoice(Act.EXPLAIN_RELEASE.value, ACTS[Act.EXPLAIN_RELEASE]),
        ],
    )
    day = DayField(N_("Day"))
