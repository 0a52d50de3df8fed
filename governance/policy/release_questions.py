"""Named questions about the whole release. The docstring of each is the legal test in words.

A question that meets an unknown fact answers None, which refuses.
"""

from __future__ import annotations

from governance.policy.release_facts import FactsOfRelease
from governance.vocabulary.purposes import (
    COMMERCIAL_PURPOSES,
    PUBLIC_BODIES_ONLY,
    DataCategory,
    Purpose,
    RecipientKind,
)


def opposite(fact: bool | None) -> bool | None:
    """The opposite of a fact; of the unknown, the unknown."""
    return None if fact is None else not fact


def both(one: bool | None, other: bool | None) -> bool | None:
    """Whether both are so. One certain no is enough for no, whatever the other is."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


class ReleaseQuestions(FactsOfRelease):
    """What a rule can ask about permit, ethics, datasets, people at work and switches."""

    __slots__ = ()

    def uses_genomic_data(self) -> bool | None:
        """Genomic data are among the categories that the released columns carry."""
        categories = self.release.categories
        return DataCategory.GENOMIC in categories if categories else None

    def regime_is_unknown(self) -> bool | None:
        """Nobody established which body of law decides about the permit."""
        return self.release.regime is None

    def no_permit_in_force(self) -> bool | None:
        """No permit was issued, or it does not cover this day."""
        return opposite(self.release.permit_in_force)

    def permit_is_suspended(self) -> bool | None:
        """The access body has suspended the permit."""
        return self.release.permit_suspended

    def permit_is_revoked(self) -> bool | None:
        """The access body has revoked the permit."""
        return self.release.permit_revoked

    def permit_has_ended(self) -> bool | None:
        """The last day of the permit is over."""
        return self.release.permit_ended

    def permit_content_is_incomplete(self) -> bool | None:
        """One of the eight items that a permit must contain is missing."""
        return opposite(self.release.permit_content_complete)

    def ehds_did_not_apply_at_issue(self) -> bool | None:
        """An EHDS permit, issued before EHDS secondary use applied to these data."""
        return opposite(self.release.ehds_applied_at_issue)

    def purpose_is_outside_permit(self) -> bool | None:
        """The release serves a purpose that the permit does not name."""
        return opposite(self.release.purpose_in_permit)

    def cells_are_outside_permit(self) -> bool | None:
        """The release uses a cell that the permit does not list."""
        return opposite(self.release.cells_in_permit)

    def dataset_is_outside_permit(self) -> bool | None:
        """The release reads a dataset that the permit does not list."""
        return opposite(self.release.datasets_in_permit)

    def variable_is_outside_permit(self) -> bool | None:
        """The release holds a variable that the permit does not list."""
        return opposite(self.release.variables_in_permit)

    def rows_under_a_statistics_permit(self) -> bool | None:
        """Row-level data under a permit for anonymised statistics only."""
        return self.release.statistics_only

    def pseudonymised_is_not_justified(self) -> bool | None:
        """Nobody showed why anonymised data would not do."""
        return opposite(self.release.pseudonymised_is_justified)

    def opt_out_is_overridden_without_law(self) -> bool | None:
        """The exception of EHDS 71(4) is claimed, for which no national law is known."""
        return self.release.opt_out_override

    def purpose_is_reserved_for_public_bodies(self) -> bool | None:
        """Public health, policy or official statistics, asked by a body without that mandate."""
        purpose = self.release.purpose
        reserved = None if purpose is None else purpose in PUBLIC_BODIES_ONLY
        return both(reserved, opposite(self.release.applicant_is_public))

    def purpose_is_care(self) -> bool | None:
        """Care is primary use and is never served by a release."""
        return None if self.release.purpose is None else self.release.purpose is Purpose.CARE

    def use_is_prohibited(self) -> bool | None:
        """One of the five prohibited uses was declared, or detected later."""
        return self.release.prohibited_use

    def genomic_data_serve_commerce(self) -> bool | None:
        """Genomic data for a commercial purpose, or for a commercial recipient."""
        purpose, recipient = self.release.purpose, self.release.recipient
        if purpose in COMMERCIAL_PURPOSES or recipient is RecipientKind.COMMERCIAL:
            return self.uses_genomic_data()
        commercial = None if purpose is None or recipient is None else False
        return both(self.uses_genomic_data(), commercial)

    def identifiers_would_leave(self) -> bool | None:
        """A variable marked as identifier is among the released ones."""
        return self.release.identifiers_released

    def destination_is_not_the_environment(self) -> bool | None:
        """Row-level data to anywhere but the secure processing environment the permit names."""
        return opposite(self.release.to_permitted_environment)

    def environment_is_outside_adequacy(self) -> bool | None:
        """The environment is neither in the EU nor in a country with an adequacy decision."""
        return opposite(self.release.environment_in_adequate_country)

    def legal_basis_is_missing(self) -> bool | None:
        """A dataset without both a ground of GDPR 6(1) and one of 9(2)."""
        return opposite(self.release.legal_basis_recorded)

    def holder_conditions_are_open(self) -> bool | None:
        """A holder marked protected content, and the permit carries no condition for it."""
        return opposite(self.release.holder_conditions_met)

    def duo_terms_do_not_allow(self) -> bool | None:
        """The terms under which a dataset was collected exclude this use."""
        return opposite(self.release.duo_allows)

    def dataset_is_retired(self) -> bool | None:
        """A dataset has been retired by its holder."""
        return opposite(self.release.dataset_in_use)

    def no_favourable_ethics_decision(self) -> bool | None:
        """No favourable decision of the committee is in force behind the permit."""
        return opposite(self.release.ethics_favourable)

    def ethics_decided_another_protocol(self) -> bool | None:
        """The protocol was modified after the committee decided."""
        return opposite(self.release.ethics_current_protocol)

    def ethics_conditions_are_open(self) -> bool | None:
        """A condition of the decision has no accepted evidence."""
        return opposite(self.release.ethics_conditions_met)

    def ethics_decision_has_no_minutes(self) -> bool | None:
        """The minutes of the meeting were not approved, so the decision is not effective."""
        return opposite(self.release.ethics_minuted)

    def requester_is_not_named(self) -> bool | None:
        """Whoever asked for the release is not a person named in the permit."""
        return opposite(self.release.requester_is_named)

    def an_undertaking_is_missing(self) -> bool | None:
        """A named person has not signed secrecy and no re-identification."""
        return opposite(self.release.undertakings_signed)

    def two_officers_have_not_signed(self) -> bool | None:
        """Fewer than two different release officers signed this recipe."""
        return opposite(self.release.two_officers_signed)

    def an_officer_is_the_applicant(self) -> bool | None:
        """A signing officer applied for these data, or is named in the permit."""
        return self.release.officer_is_applicant

    def an_officer_prepared_the_release(self) -> bool | None:
        """A signing officer prepared the release that she signs."""
        return self.release.officer_is_preparer

    def preparer_assessed_the_request(self) -> bool | None:
        """The same person assessed the request and prepared the data."""
        return self.release.preparer_is_assessor

    def preparer_is_in_the_research_team(self) -> bool | None:
        """Whoever pseudonymises also belongs to the team that receives."""
        return self.release.preparer_is_named_person

    def releases_are_stopped(self) -> bool | None:
        """The emergency stop of all releases is in force."""
        return self.release.releases_stopped

    def cohort_is_too_small(self) -> bool | None:
        """Fewer people than the minimum would be left in the package."""
        return opposite(self.release.cohort_is_large_enough)
