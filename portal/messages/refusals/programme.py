"""Refusals of what concerns the whole programme: roles, partners, keys, accounts, the stop."""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "account-malformed": N_("This is no account of an identity provider. Check it."),
    "already-stopped": N_("All releases are stopped already."),
    "attempt-already-noted": N_("This attempt was noted less than a minute ago."),
    "client-malformed": N_("This is no client of an identity provider. Check it."),
    "key-already-destroyed": N_("This key is destroyed already."),
    "key-exists": N_("This key is recorded already."),
    "key-unknown": N_("There is no such key."),
    "last-steward": N_("This is the last programme steward. Appoint another one first."),
    "not-stopped": N_("Releases are not stopped, so there is nothing to lift."),
    "organisation-empty": N_("The name of the organisation is missing. Enter it."),
    "partner-exists": N_("This partner system is registered already."),
    "webhook-exists": N_("There is such an address already. Draw another id."),
    "webhook-malformed": N_("This cannot be the id of an address, or the code of an event."),
    "webhook-not-active": N_("Nothing is sent to this address now."),
    "webhook-not-known": N_("This partner system has no such address."),
    "address-not-sendable": N_(
        "Nothing can be sent there. Give an address that begins with https:// and holds no user."
    ),
    "too-many-webhooks": N_("This partner system has enough addresses. End one first."),
    "position-malformed": N_("No entry of the ledger stands there. Give its position, or zero."),
    "partner-not-active": N_("This partner system is not active."),
    "person-malformed": N_("This is not the id of a person. Check it."),
    "public-part-missing": N_(
        "The public part of the key is missing. Without it nobody can check a signature."
    ),
    "role-already-held": N_("This person has the role already."),
    "role-not-appointed-here": N_(
        "This role is not given here. Members of the committee are appointed to their seats."
    ),
    "role-not-held": N_("This person does not have the role."),
    "scopes-empty": N_("Say at least one thing that the partner system may ask."),
    "switch-already-so": N_("This question is settled in this way already."),
    "switch-value-unknown": N_(
        "This question cannot be settled in this way. Choose one of the answers."
    ),
}
