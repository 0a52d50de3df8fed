"""The forms of deeds: each asks what one act needs, in the words of whoever does it."""

from __future__ import annotations

from enum import StrEnum

from wtforms import (
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, NumberRange

from governance.lives.access_requests.words import Criterion, Item
from governance.lives.ethics.reviews.words import InterestGround, Vote
from governance.vocabulary.purposes import ProhibitedUse, Reach
from portal.forms.fields import DayField
from portal.forms.form import Form, at_most, needed
from portal.languages import N_
from portal.messages.names import NAMES

LONGEST = 5000
TOO_LONG = N_("Write at most 5,000 characters")


def named(kind: type[StrEnum]) -> list[SelectChoice]:
    """Every code of a kind, with the message that names it."""
    return [SelectChoice(code.value, NAMES[kind][code]) for code in kind]


def long_text(label: str, missing: str, hint: str = "") -> TextAreaField:
    """A text that must be written."""
    return TextAreaField(
        label, description=hint, validators=[needed(missing), at_most(LONGEST, TOO_LONG)]
    )


class ReasonForm(Form):
    """Why."""

    reason = long_text(N_("Reason"), N_("Write the reason"))


class ReturnForm(Form):
    """What is missing, and why."""

    items = SelectMultipleField(
        N_("What has to be completed"),
        choices=named(Item),
        validators=[DataRequired(N_("Choose at least one item"))],
    )
    reason = long_text(N_("What is missing"), N_("Write what is missing"))


class AssessmentForm(Form):
    """Which criteria are met."""

    met = SelectMultipleField(N_("Criteria that are met"), choices=named(Criterion))
    notes = long_text(N_("Notes of the assessment"), N_("Write the notes of your assessment"))


class DecideForm(Form):
    """Granted or refused, with the justification."""

    granted = RadioField(
        N_("Decision"),
        choices=[SelectChoice("yes", N_("Grant")), SelectChoice("no", N_("Refuse"))],
        validators=[needed(N_("Choose whether it is granted or refused"))],
    )
    reason = long_text(N_("Justification"), N_("Write the justification"))


class PermitForm(Form):
    """What a permit needs beyond what was asked and granted."""

    purpose_in_detail = long_text(
        N_("The purpose in detail"), N_("Write what the data may be used for")
    )
    place = RadioField(
        N_("Where the secure environment stands"),
        choices=named(Reach),
        validators=[needed(N_("Choose where the environment stands"))],
    )
    fee_estimate = IntegerField(
        N_("Estimate of the fee, in euros"),
        validators=[
            needed(N_("Write the estimate; zero if there is no fee")),
            NumberRange(0, 10_000_000, N_("Write an amount from 0 to 10,000,000 euros")),
        ],
    )


class ExtendForm(Form):
    """Until when, and why."""

    ends = DayField(N_("New last day"), validators=[DataRequired(N_("Write the new last day"))])
    justification = long_text(N_("Justification"), N_("Write the justification"))


class UseForm(Form):
    """Which prohibited use was found."""

    use = RadioField(
        N_("Prohibited use"),
        choices=named(ProhibitedUse),
        validators=[needed(N_("Choose the use that was found"))],
    )
    reason = long_text(N_("What was found"), N_("Write what was found"))


class EvidenceForm(Form):
    """What proves it."""

    evidence = long_text(N_("Evidence"), N_("Write what proves it"))


class ConditionEvidenceForm(EvidenceForm):
    """Which condition is met, and what proves it."""

    condition = SelectField(N_("Condition"), choices=[], coerce=int)


class ConditionForm(Form):
    """Which condition."""

    condition = SelectField(N_("Condition"), choices=[], coerce=int)


class InterestForm(Form):
    """On which ground."""

    ground = RadioField(
        N_("Ground"),
        choices=named(InterestGround),
        validators=[needed(N_("Choose the ground"))],
    )


class VoteForm(Form):
    """How she votes."""

    vote = RadioField(
        N_("Your vote"), choices=named(Vote), validators=[needed(N_("Choose how you vote"))]
    )


class PersonForm(Form):
    """Who."""

    rapporteur = SelectField(N_("Rapporteur"), choices=[])


class MeetingForm(Form):
    """In which meeting."""

    meeting_id = SelectField(N_("Meeting"), choices=[])


class DecisionForm(Form):
    """The reasons of a decision, and by when its condition is to be met."""

    reasons = long_text(N_("Reasons of the opinion"), N_("Write the reasons of the opinion"))
    condition_due = DayField(
        N_("Last day to meet the condition"),
        description=N_("Only for an opinion with conditions; the reasons say what they are."),
    )


class ConveneForm(Form):
    """When, and about what."""

    day = DayField(N_("Day of the meeting"), validators=[DataRequired(N_("Write the day"))])
    agenda = SelectMultipleField(
        N_("Agenda"), choices=[], validators=[DataRequired(N_("Choose at least one request"))]
    )


class AttendanceForm(Form):
    """Who is there."""

    present = SelectMultipleField(
        N_("Who is present"), choices=[], validators=[DataRequired(N_("Choose who is present"))]
    )


class MinutesForm(Form):
    """What was said."""

    minutes = long_text(N_("Minutes"), N_("Write the minutes"))


class OfferForm(Form):
    """Whether the offer is taken."""

    accepted = RadioField(
        N_("Do you accept anonymised statistics instead?"),
        choices=[SelectChoice("yes", N_("Yes")), SelectChoice("no", N_("No"))],
        validators=[needed(N_("Choose yes or no"))],
    )


class PersonNamedForm(Form):
    """A person, by the identifier that somebody gave her."""

    issuer = StringField(
        N_("Who gave the identifier"),
        description=N_("For example the name of the cohort or of the hospital."),
        validators=[needed(N_("Write who gave the identifier")), at_most(100, TOO_LONG)],
    )
    identifier = StringField(
        N_("Identifier"),
        validators=[needed(N_("Write the identifier")), at_most(100, TOO_LONG)],
    )
