"""Refusals of permits."""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "already-deleted": N_("The deletion of these data is on record already."),
    "already-signed": N_("This is signed already. Nobody signs twice."),
    "content-missing": N_(
        "The permit lacks what is named below. It authorises nothing without it."
    ),
    "duration-too-long": N_("A permit lasts ten years at most. Choose an earlier last day."),
    "end-cannot-change": N_("The last day changes only by an extension."),
    "extension-asked-too-late": N_(
        "An extension has to be asked for before the last month of the permit."
    ),
    "extension-not-later": N_("The new last day is not later than the old one."),
    "extension-too-long": N_("An extension lasts ten years at most. Choose an earlier last day."),
    "identifier-in-permit": N_(
        "A permit cannot list a variable that identifies people by itself. Take it out."
    ),
    "investigator-not-named": N_(
        "The principal investigator has to be among the persons with access."
    ),
    "not-a-named-person": N_("Only a person whom the permit names can sign its undertaking."),
    "permit-exists": N_("This permit exists already."),
    "permit-is-over": N_("This permit is over, so this cannot be done any more."),
    "permit-not-in-force": N_("This permit is not in force, so this cannot be done."),
    "permit-not-over": N_("This permit is not over yet, so this cannot be done."),
    "permit-not-suspended": N_("This permit is not suspended, so there is nothing to resume."),
    "protocol-is-old": N_(
        "The protocol has changed since. The permit has to name its newest version."
    ),
    "request-not-granted": N_("The request behind this permit has not been granted."),
    "start-cannot-change": N_("The first day of a permit cannot change."),
    "wider-than-request": N_(
        "The permit goes beyond the request in what is named below. Take it back to what was asked."
    ),
}
