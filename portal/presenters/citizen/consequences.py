"""What would follow from an act to come, study by study, in words."""

from __future__ import annotations

from dataclasses import dataclass

from governance.refusals import Refusal
from governance.views.foreseen import (
    ChangeOfPermit,
    ChangeOfRelease,
    Foreseen,
    PermitAffected,
    ReleaseAffected,
)
from portal.languages import N_, Tongue
from portal.messages.audiences import Audience
from portal.messages.names import name
from portal.messages.refusals import in_words
from portal.presenters.studies import study_name

OF_PERMITS = {
    ChangeOfPermit.WOULD_STOP: N_("Stops: no more data about you go to this study."),
    ChangeOfPermit.PARTLY_STOPS: N_("Stops in part: the rest that you allow goes on."),
    ChangeOfPermit.GOES_ON: N_("Goes on as before."),
    ChangeOfPermit.WOULD_BEGIN: N_("Your data may be used in this study from now on."),
    ChangeOfPermit.NOTHING_LEAVES: N_("Nothing changes: no data about you go to this study."),
}
OF_RELEASES = {
    ChangeOfRelease.STAYS: N_("What has been delivered was lawful, and results stay."),
    ChangeOfRelease.REMOVAL_WILL_BE_SENT: N_(
        "The recipient is told to remove your data, and must confirm it."
    ),
    ChangeOfRelease.REMOVAL_WAS_SENT: N_("The recipient has been told to remove them."),
    ChangeOfRelease.CANNOT_BE_RECALLED: N_(
        "The data were deleted or called back; what was computed from them stays."
    ),
}


@dataclass(frozen=True, slots=True)
class Consequence:
    """One study: who leads it, and what becomes of it."""

    study: str
    who: str
    says: tuple[str, ...]
    stops: bool


@dataclass(frozen=True, slots=True)
class Follows:
    """Everything that would follow, or why it cannot be done."""

    later: tuple[Consequence, ...]
    delivered: tuple[Consequence, ...]
    refused: str = ""


def follows(foreseen: Foreseen, tongue: Tongue) -> Follows:
    """Permits first, for they are about what is to come; then what has been delivered."""
    return Follows(
        tuple(_of_permit(one, tongue) for one in foreseen.permits),
        tuple(_of_release(one, tongue) for one in foreseen.releases),
        _refused(foreseen.refused, tongue),
    )


def _refused(refusal: Refusal | None, tongue: Tongue) -> str:
    return in_words(tongue, refusal, Audience.CITIZEN).says if refusal else ""


def _of_permit(one: PermitAffected, tongue: Tongue) -> Consequence:
    change = one.outcome.change if one.outcome else ChangeOfPermit.NOTHING_LEAVES
    stops = change in (ChangeOfPermit.WOULD_STOP, ChangeOfPermit.PARTLY_STOPS)
    says = (tongue.gettext(OF_PERMITS[change]),)
    return Consequence(study_name(one.study), who_leads(one, tongue), says, stops)


def _of_release(one: ReleaseAffected, tongue: Tongue) -> Consequence:
    changes = one.outcome.changes if one.outcome else ()
    says = tuple(tongue.gettext(OF_RELEASES[change]) for change in changes)
    stops = ChangeOfRelease.REMOVAL_WILL_BE_SENT in changes
    return Consequence(study_name(one.study), who_leads(one, tongue), says, stops)


def who_leads(one: PermitAffected | ReleaseAffected, tongue: Tongue) -> str:
    """The person and the kind of recipient behind a study."""
    person = one.principal_investigator.name if one.principal_investigator else None
    recipient = name(tongue, one.recipient) if one.recipient else None
    return ", ".join(filter(None, (person, recipient)))
