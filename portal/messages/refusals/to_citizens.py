"""The same refusals where a citizen reads them about herself, or about somebody for whom she acts.

Only what staff are told in other words is here; the rest is said alike to everybody.
"""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "account-malformed": N_(
        "We could not recognise your account. Sign in again, or ask at the citizen desk."
    ),
    "already-opted-out": N_("You are already opted out. You do not have to do anything else."),
    "already-refused": N_("Your no is already on record. You do not have to do anything else."),
    "cell-not-asked": N_(
        "Your care never depends on your choices, so there is nothing to choose about it."
    ),
    "citizen-deceased": N_(
        "This person has died. Their choices stay as they were, and nothing new can be recorded."
    ),
    "citizen-erased": N_("The personal details were erased, so nothing more can be recorded."),
    "citizen-not-registered": N_(
        "You are not in the register of this programme yet. Ask at the citizen desk."
    ),
    "fact-unknown": N_(
        "We could not establish something that we have to know before doing this, so we did "
        "not do it. Ask at the citizen desk."
    ),
    "giver-is-not-the-citizen": N_(
        "You cannot answer in the name of somebody else from here. Choose first for whom you "
        "are acting."
    ),
    "minor-needs-representative": N_(
        "You are under 18, so only somebody who represents you can allow a use. You can "
        "always say no yourself."
    ),
    "no-cells": N_("You have not chosen anything. Choose at least one use."),
    "not-a-minor": N_("You are 18 or older, so you decide alone, with your choices."),
    "not-a-representative": N_(
        "You may not decide for this person now. If that is wrong, ask at the citizen desk."
    ),
    "not-opted-out": N_("You are not opted out, so there is nothing to take back."),
    "not-refused": N_("There is no refusal of yours to take back."),
    "participation-not-recorded": N_(
        "Somebody of 14 to 17 takes part in the decision. Say whether you decided together."
    ),
    "person-erased": N_(
        "The details behind this account were erased. Ask at the citizen desk if you want to "
        "take part again."
    ),
    "sheet-missing": N_("Please read the information before you allow a use."),
    "sheet-not-published": N_(
        "The information has changed while you were choosing. Please read the new version and "
        "choose again."
    ),
}
