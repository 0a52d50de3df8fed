"""What citizens are asked, one question a page."""

from __future__ import annotations

from wtforms import RadioField, SelectMultipleField
from wtforms.validators import DataRequired

from governance.vocabulary.purposes import DataCategory, Reach, RecipientKind
from portal.forms.form import Form, needed
from portal.languages import N_
from portal.presenters.citizen.choosing import Extent


class ExtentForm(Form):
    """How much of one family of purposes."""

    extent = RadioField(
        choices=[one.value for one in Extent],
        validators=[needed(N_("Choose one of the three answers"))],
    )


class DataForm(Form):
    """Which kinds of data."""

    kinds = SelectMultipleField(
        choices=[one.value for one in DataCategory],
        validators=[DataRequired(N_("Choose at least one kind of data, or go back and say no"))],
    )


class RecipientsForm(Form):
    """Who may use them."""

    recipients = SelectMultipleField(
        choices=[one.value for one in RecipientKind],
        validators=[DataRequired(N_("Choose at least one, or go back and say no"))],
    )


class ReachForm(Form):
    """How far data may go."""

    reach = RadioField(
        choices=[one.value for one in Reach],
        validators=[needed(N_("Choose how far your data may go"))],
    )


class TookPartForm(Form):
    """Whether the minor took part in the decision."""

    took_part = RadioField(
        choices=["yes", "no"],
        validators=[needed(N_("Say whether the minor took part in this decision"))],
    )
