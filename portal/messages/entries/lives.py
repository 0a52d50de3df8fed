"""What each entry of the ledger tells, as those who work here read it in a timeline.

A code may have a second sentence for what was said, decided or answered: ``code:detail``.
"""

from __future__ import annotations

from portal.languages import N_

ENTRIES: dict[str, str] = {
    "citizen.registered.v1": N_("A person was registered."),
    "citizen.details-corrected.v1": N_("Personal details were corrected."),
    "citizen.death-recorded.v1": N_("A death was recorded."),
    "citizen.merged.v1": N_("An entry was merged into another one of the same person."),
    "citizen.duplicate-joined.v1": N_("A duplicate entry was joined to this one."),
    "citizen.kinship-declared.v1": N_("A relative was declared."),
    "citizen.kinship-ended.v1": N_("A declared relative was removed."),
    "citizen.representative-appointed.v1": N_("A representative was appointed."),
    "citizen.representation-ended.v1": N_("A representation ended."),
    "citizen.protection-recorded.v1": N_("Judicial support measures were recorded."),
    "citizen.protection-lifted.v1": N_("Judicial support measures were lifted."),
    "citizen.majority-noted.v1": N_("It was noted that a person came of age."),
    "citizen.details-erased.v1": N_("Personal details were erased."),
    "sheet.drafted.v1": N_("A version of the information sheet was drafted."),
    "sheet.published.v1": N_("A version of the information sheet was published."),
    "sheet.retired.v1": N_("The information sheet was retired."),
    "consent.choice-recorded.v1": N_("A choice was recorded."),
    "consent.choice-recorded.v1:allow": N_("Uses of data were allowed."),
    "consent.choice-recorded.v1:refuse": N_("Uses of data were not allowed."),
    "consent.choice-recorded.v1:withdraw": N_("Consent for uses of data was withdrawn."),
    "consent.study-answered.v1": N_("An answer about a study was recorded."),
    "consent.study-answered.v1:allow": N_("Taking part in a study was allowed."),
    "consent.study-answered.v1:refuse": N_("Taking part in a study was not allowed."),
    "consent.study-answered.v1:withdraw": N_("Consent for a study was withdrawn."),
    "consent.everything-withdrawn.v1": N_("All consent was withdrawn."),
    "consent.reach-set.v1": N_("It was set how far data may go."),
    "consent.opted-out.v1": N_("All secondary use was opted out of."),
    "consent.opt-out-lifted.v1": N_("An opt-out was lifted."),
    "consent.minor-refused.v1": N_("A minor said no."),
    "consent.minor-refusal-lifted.v1": N_("A minor took her or his no back."),
    "consent.expiry-noted.v1": N_("It was noted that an answer expired."),
    "dataset.registered.v1": N_("The dataset was registered."),
    "dataset.described.v1": N_("The dataset was described anew."),
    "dataset.version-added.v1": N_("A version of the dataset was added."),
    "dataset.retired.v1": N_("The dataset was retired."),
    "programme.staff-appointed.v1": N_("Somebody was given a role."),
    "programme.staff-ended.v1": N_("Somebody's role ended."),
    "programme.partner-registered.v1": N_("A partner system was registered."),
    "programme.partner-client-linked.v1": N_(
        "It was recorded as which client a partner system comes."
    ),
    "programme.partner-scopes-changed.v1": N_("What a partner system may ask was changed."),
    "programme.partner-ended.v1": N_("A partner system was ended."),
    "programme.webhook-registered.v1": N_("It was recorded where a partner system is told."),
    "programme.webhook-changed.v1": N_("Where a partner system is told of changes was changed."),
    "programme.webhook-replayed.v1": N_("A partner system is told once more of what changed."),
    "programme.webhook-disabled.v1": N_("An address that took nothing for days was given up."),
    "programme.webhook-ended.v1": N_("An address of a partner system was ended."),
    "programme.switch-set.v1": N_("A question of law was settled."),
    "programme.releases-stopped.v1": N_("All releases were stopped."),
    "programme.stop-lifted.v1": N_("The stop of all releases was lifted."),
    "programme.key-recorded.v1": N_("A key was recorded."),
    "programme.key-destroyed.v1": N_("A key was destroyed."),
    "programme.account-linked.v1": N_("It was recorded whose account this is."),
    "programme.attempt-refused.v1": N_("An attempt was refused."),
}
