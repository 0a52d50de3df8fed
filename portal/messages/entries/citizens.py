"""The entries that are about a citizen, as she reads them in her own history."""

from __future__ import annotations

from portal.languages import N_

ENTRIES: dict[str, str] = {
    "citizen.registered.v1": N_("You were registered in this programme."),
    "citizen.details-corrected.v1": N_("Your personal details were corrected."),
    "citizen.death-recorded.v1": N_(
        "A death was recorded in your entry. If that is a mistake, ask at the citizen desk."
    ),
    "citizen.merged.v1": N_("Two entries of yours became one."),
    "citizen.duplicate-joined.v1": N_("Another entry of yours was joined to this one."),
    "citizen.kinship-declared.v1": N_("A relative of yours was declared."),
    "citizen.kinship-ended.v1": N_("A declared relative of yours was removed."),
    "citizen.representative-appointed.v1": N_("Somebody may decide for you."),
    "citizen.representation-ended.v1": N_("Somebody may not decide for you any more."),
    "citizen.protection-recorded.v1": N_("Judicial support measures were recorded for you."),
    "citizen.protection-lifted.v1": N_("Your judicial support measures were lifted."),
    "citizen.majority-noted.v1": N_("You came of age. From now on you decide alone."),
    "citizen.details-erased.v1": N_("Your personal details were erased."),
    "consent.choice-recorded.v1": N_("A choice about your data was recorded."),
    "consent.choice-recorded.v1:allow": N_("Uses of your data were allowed."),
    "consent.choice-recorded.v1:refuse": N_("Uses of your data were not allowed."),
    "consent.choice-recorded.v1:withdraw": N_("Consent for uses of your data was withdrawn."),
    "consent.study-answered.v1": N_("An answer about a study was recorded for you."),
    "consent.study-answered.v1:allow": N_("Taking part in a study with your data was allowed."),
    "consent.study-answered.v1:refuse": N_(
        "Taking part in a study with your data was not allowed."
    ),
    "consent.study-answered.v1:withdraw": N_("Your consent for a study was withdrawn."),
    "consent.everything-withdrawn.v1": N_("All your consent was withdrawn."),
    "consent.reach-set.v1": N_("It was set how far your data may go."),
    "consent.opted-out.v1": N_("Your opt-out of all secondary use was recorded."),
    "consent.opt-out-lifted.v1": N_("Your opt-out was lifted."),
    "consent.minor-refused.v1": N_("Your own no was recorded."),
    "consent.minor-refusal-lifted.v1": N_("Your own no was taken back."),
    "consent.expiry-noted.v1": N_("An answer of yours expired."),
    "release.delivered.v1": N_("Data were delivered to those who had asked for them."),
    "release.recalled.v1": N_("Whoever had received the data was asked to give them back."),
    "release.removal-notified.v1": N_("Whoever had received your data was told to remove them."),
    "release.removal-confirmed.v1": N_(
        "Whoever had received your data confirmed that they are removed."
    ),
}
