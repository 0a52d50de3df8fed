"""What a recipe takes, for whom, and how it is guarded."""

from __future__ import annotations

from wtforms import IntegerField, SelectField, SelectMultipleField
from wtforms.validators import DataRequired, NumberRange

from portal.forms.form import Form, needed
from portal.languages import N_


class RecipeForm(Form):
    """A recipe under one permit; what can be chosen the permit says."""

    requester = SelectField(N_("Who receives the data"), choices=[])
    taken = SelectMultipleField(
        N_("What is taken"),
        description=N_("Only what the permit grants. Take no more than the study needs."),
        choices=[],
        validators=[DataRequired(N_("Choose at least one column or file"))],
    )
    k = IntegerField(
        N_("Smallest group"),
        description=N_(
            "At least so many people share each combination of traits that could point to somebody."
        ),
        validators=[
            needed(N_("Write the smallest group")),
            NumberRange(2, 1000, N_("Write a number from 2 to 1,000")),
        ],
    )
    minimum_cohort = IntegerField(
        N_("Fewest people"),
        description=N_("With fewer people nothing is delivered. Not below the smallest group."),
        validators=[
            needed(N_("Write the fewest people")),
            NumberRange(2, 1_000_000, N_("Write a number from 2 to 1,000,000")),
        ],
    )
