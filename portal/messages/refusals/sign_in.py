"""Refusals of signing in, of confirming who somebody is, and of the keys behind it."""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "identity-provider-unavailable": N_(
        "The identity service does not answer at this moment. Try again in a few minutes."
    ),
    "key-already-there": N_(
        "A key is there already, and is never written over. Name another file."
    ),
    "logout-token-invalid": N_(
        "What the identity service sent to end a session could not be trusted, so no session "
        "was ended."
    ),
    "sign-in-answer-invalid": N_(
        "The answer of the identity service could not be trusted, so nobody was signed in. "
        "Sign in again from the start."
    ),
    "sign-in-declined": N_(
        "You did not sign in: you or the identity service stopped it. You can try again."
    ),
    "sign-in-not-begun-here": N_(
        "This sign-in was not begun in this browser, or it took too long. Begin again."
    ),
    "step-up-not-confirmed": N_(
        "Your identity was not confirmed anew, so nothing was done. Confirm it and try again."
    ),
    "step-up-other-person": N_(
        "Somebody else confirmed her or his identity here, so nothing was done. Sign out and "
        "sign in again."
    ),
}
