"""How somebody stands to the thing they act on. Gathered as facts; access rules speak of these."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """What ties the actor to the citizen, request, permit, ballot or release at hand."""

    SELF = "self"
    PARENT = "parent-of-minor"
    GUARDIAN = "guardian"
    SUPPORT = "judicial-support"
    HEIR = "representative-of-deceased"
    APPLICANT = "applicant"
    NAMED_PERSON = "named-person"
    UNDERTAKING_SIGNED = "undertaking-signed"
    HOLDER = "holder-of-dataset"
    COMMITTEE_MEMBER = "committee-member"
    PRESENT = "present-at-meeting"
    INTERESTED = "interested"
    CHAIR = "chair-of-committee"
    SECRETARY = "secretary-of-committee"
    ASSESSOR = "assessed-this-request"
    PREPARER = "prepared-this-release"
    SIGNER = "signed-this-release"
    IN_PARTNER_SCOPE = "in-partner-scope"
    STEPPED_UP = "stepped-up"
    BEYOND_TOKEN_SCOPE = "beyond-token-scope"
    AUTHOR = "author-of-the-sheet"
    CITIZEN_IS_MINOR = "citizen-is-minor"
    CITIZEN_IS_ADULT = "citizen-is-adult"
    CITIZEN_UNDER_14 = "citizen-under-14"
    CITIZEN_OVER_16 = "citizen-16-or-older"
    CITIZEN_PROTECTED = "citizen-is-protected-adult"
    CITIZEN_DECEASED = "citizen-is-deceased"
    MINOR_REFUSED = "minor-has-refused"
    NO_STEWARD_YET = "no-steward-yet"
    SIGNING_OWN = "signing-own-undertaking"
    BALLOT_OPEN = "ballot-open"
    BALLOT_CLOSED = "ballot-closed"


OF_PEOPLE = frozenset(
    {
        Relation.PARENT,
        Relation.GUARDIAN,
        Relation.SUPPORT,
        Relation.HEIR,
        Relation.APPLICANT,
        Relation.NAMED_PERSON,
        Relation.UNDERTAKING_SIGNED,
        Relation.HOLDER,
        Relation.COMMITTEE_MEMBER,
        Relation.PRESENT,
        Relation.INTERESTED,
        Relation.CHAIR,
        Relation.SECRETARY,
        Relation.ASSESSOR,
        Relation.PREPARER,
        Relation.SIGNER,
        Relation.AUTHOR,
        Relation.NO_STEWARD_YET,
        Relation.SIGNING_OWN,
    }
)
"""How a machine never stands to anything: it is no party to a matter, and nobody's relative."""
