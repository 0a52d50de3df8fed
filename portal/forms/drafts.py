"""The sections of a request: each a form that is saved by itself, nothing of it needed at once."""

from __future__ import annotations

from wtforms import RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Regexp, ValidationError

from governance.lives.access_requests.words import RequestKind
from governance.vocabulary.purposes import (
    DataCategory,
    ProhibitedUse,
    Purpose,
    Reach,
    RecipientKind,
)
from portal.forms.deeds import LONGEST, TOO_LONG, named
from portal.forms.fields import DayField
from portal.forms.form import Form, at_most, needed
from portal.languages import N_

YES_OR_NO = [SelectChoice("yes", N_("Yes")), SelectChoice("no", N_("No"))]
ASKED = [choice for choice in named(Purpose) if choice.value != Purpose.CARE.value]


def draft_text(label: str, hint: str = "") -> TextAreaField:
    """A text that may still be missing; submitting says which are needed."""
    return TextAreaField(label, description=hint, validators=[at_most(LONGEST, TOO_LONG)])


class NewRequestForm(Form):
    """What it is called."""

    study = StringField(
        N_("Name of the study"),
        description=N_("A few words that everybody will read in the public register."),
        validators=[
            needed(N_("Write the name of the study")),
            at_most(80, N_("Write at most 80 characters")),
            Regexp(r".*[^\W_]", message=N_("Write a name with letters")),
        ],
    )


class PeopleForm(NewRequestForm):
    """What it is called, who leads it, and who works on it."""

    leads = SelectField(N_("Who leads the study"), choices=[])
    named = SelectMultipleField(N_("Who else would have access"), choices=[])
    more = TextAreaField(
        N_("Name more persons"),
        description=N_(
            "One code in each line. Each person finds hers on the page of her requests."
        ),
        validators=[
            at_most(2000, TOO_LONG),
            Regexp(r"^[\s\w.:@-]*$", message=N_("Write codes only, one in each line")),
        ],
    )


class AimForm(Form):
    """What it is for."""

    kind = RadioField(N_("What you need"), choices=named(RequestKind))
    purposes = SelectMultipleField(N_("What for"), choices=ASKED)
    benefit = draft_text(N_("Expected benefit"), N_("What people gain from it."))


class DataForm(Form):
    """Which data."""

    datasets = SelectMultipleField(N_("Datasets"), choices=[])
    kinds = SelectMultipleField(N_("Which data"), choices=named(DataCategory))
    columns = draft_text(
        N_("Columns"), N_("One in each line. Left empty: every column that identifies nobody.")
    )
    pseudonymised = RadioField(
        N_("Do you need pseudonyms, so that data of one person can be joined?"), choices=YES_OR_NO
    )
    pseudonymisation = draft_text(N_("Why pseudonyms are needed, and the legal basis"))
    brought_in = draft_text(
        N_("Datasets that you bring in"), N_("If you bring none, write that you bring none.")
    )


class RecipientForm(Form):
    """Who receives them."""

    recipient = RadioField(N_("Who you are"), choices=named(RecipientKind))
    place = RadioField(N_("Where the data are used"), choices=named(Reach))
    public = RadioField(N_("Are you a public body?"), choices=YES_OR_NO)
    safeguards = draft_text(N_("Safeguards"), N_("How misuse is prevented."))


class PlaceForm(Form):
    """Where and how long."""

    environment = StringField(
        N_("Secure processing environment"), validators=[at_most(100, TOO_LONG)]
    )
    tools = StringField(
        N_("Tools"),
        description=N_("With commas between."),
        validators=[at_most(300, TOO_LONG)],
    )
    starts = DayField(N_("First day"), validators=[DataRequired(N_("Write the first day"))])
    ends = DayField(N_("Last day"), validators=[DataRequired(N_("Write the last day"))])
    ethics_information = draft_text(N_("Information for the ethics committee"))

    def validate_ends(self, field: DayField) -> None:
        """A period does not end before it begins."""
        starts = self["starts"].data
        if field.data and starts and field.data < starts:
            raise ValidationError(N_("The last day comes before the first"))


class ExceptionsForm(Form):
    """What goes beyond the ordinary, and has to be said."""

    declared = SelectMultipleField(
        N_("Prohibited uses that you cannot exclude"),
        description=N_("A request that declares one of them cannot be handed in."),
        choices=named(ProhibitedUse),
    )
    override = RadioField(
        N_("Do you ask for data of people who have opted out?"),
        description=N_("Only public bodies may, for reasons that the law names."),
        choices=YES_OR_NO,
    )
    override_justification = draft_text(N_("Why the opt-out should not count"))
