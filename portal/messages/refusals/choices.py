"""Refusals of a citizen's choices, and of the sheets that explain them: as staff read them."""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "already-opted-out": N_("This person is already opted out. Nothing has to be done."),
    "already-refused": N_("The minor's own refusal is already on record."),
    "cell-not-asked": N_(
        "One of these uses is never asked about, because care does not depend on consent."
    ),
    "effective-in-future": N_(
        "A choice cannot count from a moment that is still to come. Check the date."
    ),
    "giver-is-not-the-citizen": N_(
        "Somebody else cannot answer in this person's own name. Choose the capacity in which "
        "it was said."
    ),
    "information-missing": N_(
        "The sheet does not explain everything that it has to. Add what is named below."
    ),
    "language-missing": N_("The language in which the sheet was read is missing. Choose it."),
    "minor-needs-representative": N_(
        "For somebody under 18 only a representative can allow a use."
    ),
    "minor-says-it-herself": N_("Only the minor can say this no, or take it back."),
    "no-cells": N_("Nothing was chosen. Choose at least one use."),
    "not-a-minor": N_("This person is 18 or older, and decides alone."),
    "not-a-representative": N_("Whoever said this may not decide for this person on that day."),
    "not-opted-out": N_("This person is not opted out, so there is nothing to lift."),
    "not-refused": N_("There is no refusal of the minor to lift."),
    "nothing-expired": N_("No answer expired on that day."),
    "participation-not-recorded": N_(
        "Somebody of 14 to 17 takes part in the decision. Record whether that was so."
    ),
    "sheet-already-published": N_("This version of the sheet is already published."),
    "sheet-missing": N_(
        "To allow a use, somebody has to have read an information sheet. Say which one."
    ),
    "sheet-not-published": N_("This version of the sheet is not in force. Use the one that is."),
    "sheet-retired": N_("This sheet is retired. Write another one."),
    "sheet-version-exists": N_(
        "This version of the sheet exists already. Give it a higher number."
    ),
    "sheet-version-not-newer": N_(
        "A later version of the sheet exists already. Give it a higher number."
    ),
    "sheet-version-unknown": N_("There is no such version of the sheet."),
    "study-missing": N_("The study is missing. Say which one."),
    "text-missing": N_(
        "The text of the sheet is missing in one language. Write what is named below."
    ),
    "valid-until-is-past": N_("The last day of validity is over already. Choose a later one."),
}
