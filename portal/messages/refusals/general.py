"""Refusals that any act can meet."""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "act-unknown": N_("There is no such act. Check its name."),
    "conflict": N_(
        "Somebody else changed the same thing at the same moment. Look at how it stands now, "
        "and try again."
    ),
    "fact-unknown": N_(
        "Something that has to be known before this can be done could not be established. "
        "What is not known is refused."
    ),
    "idempotency-key-reused": N_(
        "Something else was sent from this page before, so nothing was done now. Open the page "
        "anew and try again."
    ),
    "identity-not-confirmed": N_(
        "This needs that you have just confirmed who you are, so nothing was done. Confirm it and "
        "try again."
    ),
    "not-allowed": N_("The rules do not allow you to do this."),
    "not-found": N_("There is nothing here, or nothing that you can see."),
    "not-the-operator": N_(
        "This terminal may not act for others. Set what is named below, if you are the operator."
    ),
    "not-yet-known": N_(
        "This copy of the ledger does not know of that entry yet. Try again in a moment."
    ),
    "reason-missing": N_("A reason has to be given. Write why."),
    "reasons-missing": N_("Reasons have to be given. Write why."),
    "setting-missing": N_("A setting is missing. Set what is named below."),
    "text-not-storable": N_(
        "This text holds characters that cannot be kept. Write it anew without them."
    ),
    "too-many-people": N_("That is about too many people at once. Ask in several parts."),
}
