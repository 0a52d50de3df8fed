"""Every field that a view may hold. A field that is not listed here cannot be shown to anybody."""

from __future__ import annotations

from governance.policy.release import RELEASE
from governance.policy.visibility_facts import View

CONTACT = ("given_name", "family_name", "contact", "language")
IDENTITY = (*CONTACT, "birth_date", "sex", "municipality", "identifiers", "death_date")
TIES = ("kinship", "representatives", "protection")
CITIZEN = (*IDENTITY, *TIES, "access_log")

ANSWERS = ("cells", "study_answers", "reach")
CONSENTS = (*ANSWERS, "opt_out", "acts", "receipts", "minor_refusal")

MANDATE = ("person", "capacity", "age", "deceased", "since", "until")
SHEET = ("major", "minor", "items", "texts", "published_at", "retired_at", "in_force")

USES = (
    "study",
    "purposes",
    "recipient",
    "principal_investigator",
    "categories",
    "permit",
    "delivered_on",
    "included",
    "reason",
    "removal",
    "results",
    "outcome",
)
"""``outcome`` is what an act to come would change."""

CATALOGUE = (
    "title",
    "holder",
    "media",
    "country",
    "ehds_categories",
    "legal_basis",
    "duo_terms",
    "family_linked",
    "protected_content",
    "variables",
    "versions",
    "retired",
    "checked_on",
)
DATASET = (*CATALOGUE, "issuer", "id_column", "source_hash")

APPLICATION = (
    "kind",
    "study",
    "applicant",
    "principal_investigator",
    "named_persons",
    "purposes",
    "cells",
    "datasets",
    "variables",
    "recipient",
    "recipient_place",
    "applicant_is_public",
    "environment",
    "tools",
    "period",
    "pseudonymised",
    "opt_out_override",
    "declared_uses",
    "texts",
    "attachments",
)
PROCEDURE = (
    "status",
    "received_on",
    "missing_items",
    "overdue",
    "ethics_status",
    "permit",
    "timeline",
    "complete_by",
    "decide_by",
    "extended",
    "returned_items",
    "offer",
    "decision",
    "decision_reason",
)
REQUEST = (*APPLICATION, *PROCEDURE, "criteria_met", "assessors", "assessment_notes")

OUTCOME = (
    "study",
    "status",
    "protocol",
    "deliver_by",
    "overdue",
    "outcome",
    "decided_on",
    "in_force",
    "conditions",
    "evidence",
    "suspended",
    "decision_text",
)
DELIBERATION = (
    "stage",
    "rapporteur",
    "meeting",
    "attendance",
    "interested",
    "minutes",
    "voted_count",
)
BALLOT = ("votes", "tally")
OWN_PART = ("own_interest", "own_vote_cast")
REVIEW = (*OUTCOME, *DELIBERATION, *BALLOT, *OWN_PART)
MEETING = ("status", "day", "agenda", "attendance", "quorum", "minutes")

IN_FORCE = (
    "status",
    "in_force",
    "regime",
    "purposes",
    "cells",
    "datasets",
    "recipient",
    "environment",
    "starts",
    "ends",
)
GRANT = (
    *IN_FORCE,
    "request",
    "kind",
    "study",
    "applicant",
    "principal_investigator",
    "named_persons",
    "purpose_in_detail",
    "variables",
    "ehds_categories",
    "recipient_place",
    "applicant_is_public",
    "pseudonymised",
    "opt_out_override",
    "protocol",
    "cut_off",
    "tools",
    "conditions",
    "holder_conditions",
    "undertakings",
    "deadlines",
    "releases",
    "history",
)
PERMIT = (*GRANT, "fees", "flags", "reasons", "deletion")

DELIVERY = (
    "status",
    "permit",
    "purpose",
    "datasets",
    "columns",
    "instant",
    "delivered_on",
    "people",
    "package_hash",
    "manifest",
    "removal_notices",
    "withheld_for",
    "history",
    "cells_blanked",
)
LEFT_OUT = ("preview", "considered", "left_out", "removed_in_last_pass")
WORK = ("recipe", "preparer", "requester", "signers", *LEFT_OUT)
RELEASE_FIELDS = (*DELIVERY, *WORK, "counts_by_rule")

COUNTED = ("regime", "instant", "rules", "whole", "counts")
VERDICT = ("allowed", "why_not", "reasons", *COUNTED, "counts_by_rule")
"""``whole`` is the verdict on the use itself, apart from everybody concerned."""

REGISTER = (
    "kind",
    "study",
    "applicant",
    "purposes",
    "description",
    "datasets",
    "received_on",
    "decision",
    "decision_reason",
    "issued_on",
    "duration",
    "ethics_outcome",
    "status",
    "measures",
    "releases",
    "people",
    "results",
    "deadlines_missed",
)

CHECKPOINT = ("size", "root_hash", "signature")
LEDGER = (*CHECKPOINT, "position", "at", "code", "stream", "by", "body", "leaf_hash", "proof")

COMMITTEE = ("committee_members", "committee_declarations")
STAFF = (*COMMITTEE, "person", "roles", "since", "until", "refused_attempts", "partners")

PROGRESS = ("delivered", "attempts", "next_at", "failing_since")
WEBHOOK = ("webhook_id", "url", "events", "status", "since", *PROGRESS)

ACCESS_LOG = ("at", "reader", "act", "about", "allowed", "rules", "purposes", "reason")
SETTINGS = ("switches", "stopped")
PROGRAMME = (*SETTINGS, "keys")

FIELDS: dict[View, frozenset[str]] = {
    View.CITIZEN: frozenset(CITIZEN),
    View.CONSENTS: frozenset(CONSENTS),
    View.MANDATE: frozenset(MANDATE),
    View.SHEET: frozenset(SHEET),
    View.USES: frozenset(USES),
    View.DATASET: frozenset(DATASET),
    View.REQUEST: frozenset(REQUEST),
    View.REVIEW: frozenset(REVIEW),
    View.MEETING: frozenset(MEETING),
    View.PERMIT: frozenset(PERMIT),
    View.RELEASE: frozenset(RELEASE_FIELDS),
    View.REASONS: frozenset(rule.id for rule in RELEASE),
    View.VERDICT: frozenset(VERDICT),
    View.REGISTER: frozenset(REGISTER),
    View.LEDGER: frozenset(LEDGER),
    View.STAFF: frozenset(STAFF),
    View.ACCESS_LOG: frozenset(ACCESS_LOG),
    View.PROGRAMME: frozenset(PROGRAMME),
    View.WEBHOOK: frozenset(WEBHOOK),
}
