"""What is looked for in the catalogue."""

from __future__ import annotations

from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from governance.vocabulary.purposes import DataCategory
from portal.forms.form import Form
from portal.languages import N_
from portal.messages.data import CATEGORIES

MOST_LETTERS = 100


class CatalogueForm(Form):
    """Words of a title or of a variable, and a kind of data."""

    text = StringField(
        N_("Words in the title or in the variables"),
        validators=[Length(max=MOST_LETTERS)],
        filters=[lambda typed: (typed or "")[:MOST_LETTERS]],
    )
    data = SelectField(
        N_("Kind of data"),
        default="",
        validate_choice=False,
        choices=[
            SelectChoice("", N_("Every kind")),
            *(SelectChoice(one.value, CATEGORIES[one]) for one in DataCategory),
        ],
    )
