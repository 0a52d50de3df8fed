"""Which recorded events feed each fact that is judged or decided on.

A fact without an event would be somebody's word: a test finds it.
"""

from __future__ import annotations

from governance.lives.access_requests.commands import AttachFacts, DueFacts, EthicsFacts
from governance.lives.citizens.commands import DetailsFacts, MergeFacts
from governance.lives.consents.commands import GiverFacts
from governance.lives.ethics.reviews.commands import AssignFacts, BallotFacts, VoteFacts
from governance.lives.permits.commands import GrantFacts
from governance.lives.programme.webhooks.commands import PartnerFacts
from governance.lives.releases.commands import RecipeFacts, VerdictFacts
from governance.policy.release_facts import CitizenFacts, ReleaseFacts

Codes = tuple[str, ...]
ENTRY = ("citizen.registered.v1", "citizen.merged.v1", "citizen.details-erased.v1")
DETAILS = ("citizen.registered.v1", "citizen.details-corrected.v1", "citizen.death-recorded.v1")
MANDATE = ("citizen.representative-appointed.v1", "citizen.representation-ended.v1")
CHOICE = ("consent.choice-recorded.v1", "consent.everything-withdrawn.v1")
STUDY = ("consent.study-answered.v1", "consent.everything-withdrawn.v1")
ANSWERS = (*CHOICE, "consent.study-answered.v1")
OPT_OUT = ("consent.opted-out.v1", "consent.opt-out-lifted.v1")
GRANT = ("permit.issued.v1", "permit.amended.v1")
ENDS = (*GRANT, "permit.extended.v1", "permit.expired.v1")
RECIPE, SIGNED = ("release.prepared.v1",), ("release.signed.v1",)
DATASET = ("dataset.registered.v1", "dataset.described.v1")
DECISION = ("ethics.decision-delivered.v1", "ethics.decision-suspended.v1")
MINUTED = ("ethics.minutes-approved.v1",)
PROTOCOL = ("ethics.review-assigned.v1", "ethics.protocol-modified.v1")
SWITCH = ("programme.switch-set.v1",)
SEATS = ("ethics.member-appointed.v1", "ethics.membership-ended.v1")
PRESENT = ("ethics.attendance-recorded.v1",)

OF_CITIZEN: dict[str, Codes] = {
    "cells": (*CHOICE, "sheet.published.v1", "sheet.retired.v1"),
    "study": STUDY,
    "capacities": (*ANSWERS, *MANDATE),
    "genetic_information_given": (*ANSWERS, "sheet.drafted.v1"),
    "minor_took_part": ANSWERS,
    "age": DETAILS,
    "mandate_in_force": MANDATE,
    "protected_adult": ("citizen.protection-recorded.v1", "citizen.protection-lifted.v1"),
    "own_refusal": ("consent.minor-refused.v1", "consent.minor-refusal-lifted.v1"),
    "opted_out_now": OPT_OUT,
    "opted_out_at_issue": (*OPT_OUT, "permit.issued.v1"),
    "reach": ("consent.reach-set.v1",),
    "relatives": ("citizen.kinship-declared.v1", "citizen.kinship-ended.v1", *ANSWERS),
    "identity_known": ENTRY,
}
OF_RELEASE: dict[str, Codes] = {
    "permit_in_force": ENDS,
    "permit_suspended": ("permit.suspended.v1", "permit.resumed.v1"),
    "permit_revoked": ("permit.revoked.v1",),
    "permit_ended": ENDS,
    "permit_content_complete": GRANT,
    "regime": ("permit.issued.v1",),
    "ehds_applied_at_issue": ("permit.issued.v1",),
    "purpose_in_permit": (*GRANT, *RECIPE),
    "cells_in_permit": (*GRANT, *RECIPE, *DATASET),
    "datasets_in_permit": (*GRANT, *RECIPE),
    "variables_in_permit": (*GRANT, *RECIPE, *DATASET),
    "statistics_only": GRANT,
    "pseudonymised_is_justified": GRANT,
    "opt_out_override": GRANT,
    "purpose": RECIPE,
    "recipient": (*RECIPE, *GRANT),
    "categories": (*RECIPE, *DATASET),
    "applicant_is_public": GRANT,
    "prohibited_use": ("permit.prohibited-use-flagged.v1",),
    "identifiers_released": (*RECIPE, *DATASET),
    "recipient_place": GRANT,
    "to_permitted_environment": (*GRANT, *RECIPE),
    "environment_in_adequate_country": GRANT,
    "legal_basis_recorded": DATASET,
    "holder_conditions_met": (*GRANT, *DATASET),
    "duo_allows": (*DATASET, *RECIPE, *GRANT),
    "dataset_in_use": ("dataset.retired.v1",),
    "family_linked": DATASET,
    "ethics_favourable": DECISION,
    "ethics_current_protocol": (*DECISION, *PROTOCOL, *GRANT),
    "ethics_conditions_met": (*DECISION, "ethics.evidence-accepted.v1"),
    "ethics_minuted": MINUTED,
    "requester_is_named": (*GRANT, *RECIPE),
    "undertakings_signed": ("permit.undertaking-signed.v1", *GRANT),
    "two_officers_signed": SIGNED,
    "officer_is_applicant": (*SIGNED, *GRANT),
    "officer_is_preparer": (*SIGNED, *RECIPE),
    "preparer_is_assessor": (*RECIPE, "access-request.assessed.v1"),
    "preparer_is_named_person": (*RECIPE, *GRANT),
    "releases_stopped": ("programme.releases-stopped.v1", "programme.stop-lifted.v1"),
    "cohort_is_large_enough": RECIPE,
    "genomics_strict": SWITCH,
}
OF_LIVES: dict[type, dict[str, Codes]] = {
    GiverFacts: {
        "registered": ENTRY,
        "alive": DETAILS,
        "age": DETAILS,
        "giver_may_decide": MANDATE,
        "sheet_published": ("sheet.published.v1", "sheet.retired.v1"),
    },
    MergeFacts: {"survivor_can_take": ENTRY},
    DetailsFacts: {"identifiers_free": (*DETAILS, *ENTRY)},
    DueFacts: {"due": ("access-request.complete.v1", "access-request.deadline-extended.v1")},
    EthicsFacts: {"favourable": (*DECISION, *PROTOCOL, *MINUTED)},
    AttachFacts: {"evidence_due": (*DECISION, "ethics.evidence-accepted.v1")},
    AssignFacts: {"sent": ("access-request.sent-to-ethics.v1",)},
    BallotFacts: {
        "on_agenda": ("ethics.meeting-convened.v1",),
        "quorum": (*PRESENT, *SEATS, *SWITCH),
        "composition_gaps": SEATS,
        "minuted": MINUTED,
        "chair": SEATS,
    },
    VoteFacts: {"present": PRESENT, "has_vote": SEATS},
    GrantFacts: {
        "request_granted": ("access-request.decided.v1", "access-request.withdrawn.v1"),
        "request_protocol": PROTOCOL,
        "ethics_in_force": (*DECISION, *PROTOCOL, *MINUTED),
        "identifier_variables": DATASET,
        "wider_than_request": ("access-request.submitted.v1", "access-request.edited.v1"),
    },
    RecipeFacts: {
        "permit_exists": ("permit.issued.v1",),
        "sources_exist": ("dataset.version-added.v1",),
    },
    VerdictFacts: {
        "refused_by": tuple(sorted({c for codes in OF_RELEASE.values() for c in codes}))
    },
    PartnerFacts: {"active": ("programme.partner-registered.v1", "programme.partner-ended.v1")},
}
SOURCES: dict[type, dict[str, Codes]] = {
    ReleaseFacts: OF_RELEASE,
    CitizenFacts: OF_CITIZEN,
    **OF_LIVES,
}
"""The facts of the release table, and those that the lives decide on."""
