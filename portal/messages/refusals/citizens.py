"""Refusals of the register of people."""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "already-joined": N_("The two entries are already joined. Nothing is left to do."),
    "already-protected": N_("Support measures are already recorded for this person from that day."),
    "born-in-future": N_("This date of birth is in the future. Check it."),
    "citizen-deceased": N_("This person has died, so this cannot be done any more."),
    "citizen-erased": N_(
        "The details of this person were erased, so nothing more can be recorded."
    ),
    "citizen-exists": N_("This person is already registered. Look for the entry that is there."),
    "citizen-merged": N_("This entry is a duplicate. Use the entry with which it was merged."),
    "citizen-not-registered": N_(
        "Nobody is registered under this entry. Register the person first."
    ),
    "death-before-birth": N_("The day of death is before the day of birth. Check both."),
    "death-in-future": N_("This day of death is in the future. Check it."),
    "death-missing": N_("The day of death is missing. Enter it."),
    "details-missing": N_("Personal details are missing. Enter name, date of birth and sex."),
    "identifier-taken": N_(
        "Another entry bears this identifier. Correct that entry, or merge the two if it is the "
        "same person."
    ),
    "kinship-exists": N_("This relative is already declared."),
    "kinship-unknown": N_("This relative is not declared, so there is nothing to remove."),
    "majority-already-noted": N_("It is already on record that this person came of age."),
    "not-a-representing-capacity": N_(
        "Nobody decides for another in this capacity. Choose parent, guardian or judicial support."
    ),
    "not-an-adult": N_("Support measures are for adults, and this person is under 18 on that day."),
    "not-of-age": N_("This person is not 18 yet."),
    "not-protected": N_("No support measures are recorded for this person."),
    "own-relative": N_("Nobody is her or his own relative. Choose another person."),
    "own-representative": N_("Nobody represents herself or himself. Choose another person."),
    "representation-ends-before-it-begins": N_("The last day is before the first one. Check both."),
    "representation-exists": N_("This person already represents the citizen in those days."),
    "representation-unknown": N_("There is no such representation to end."),
    "same-entry": N_("Both are the same entry. Choose two."),
    "survivor-cannot-take": N_(
        "The entry that would remain cannot take over the other: it is erased, merged, or not "
        "registered."
    ),
}
