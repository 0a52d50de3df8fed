"""The facts on which the release table is judged: frozen plain values, gathered by ``eligibility``.

None means that a fact could not be established, and refuses. Facts about a citizen hold no date and
no id, so that 700,000 people have some thousands of distinct values and each is judged once.
"""

from __future__ import annotations

from dataclasses import dataclass

from governance.vocabulary.answers import AgeBand, CellAnswer, Relatives
from governance.vocabulary.people import Capacity
from governance.vocabulary.purposes import DataCategory, Purpose, Reach, RecipientKind
from governance.vocabulary.regimes import Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFacts:
    """The whole release: permit, ethics, people at work, and the programme's switches."""

    # the permit
    permit_in_force: bool | None
    permit_suspended: bool | None
    permit_revoked: bool | None
    permit_ended: bool | None
    """Its last day is over, by date, whether or not an expiry event was appended."""
    permit_content_complete: bool | None
    regime: Regime | None
    ehds_applied_at_issue: bool | None
    """EHDS secondary use applied to all these data on the day of first issue."""
    purpose_in_permit: bool | None
    cells_in_permit: bool | None
    datasets_in_permit: bool | None
    variables_in_permit: bool | None
    statistics_only: bool | None
    pseudonymised_is_justified: bool | None
    opt_out_override: bool | None
    """The permit claims the exception of EHDS 71(4)."""
    # what is asked
    purpose: Purpose | None
    recipient: RecipientKind | None
    categories: frozenset[DataCategory] | None
    """Of the released columns, genomic for variants. An empty set is unknown: rows carry data."""
    applicant_is_public: bool | None
    """A public sector body, or a third party with a document of mandate."""
    prohibited_use: bool | None
    identifiers_released: bool | None
    recipient_place: Reach | None
    """How far from Navarre the recipient stands, or its environment where that is farther."""
    to_permitted_environment: bool | None
    environment_in_adequate_country: bool | None
    # datasets
    legal_basis_recorded: bool | None
    holder_conditions_met: bool | None
    duo_allows: bool | None
    dataset_in_use: bool | None
    family_linked: bool | None
    # ethics
    ethics_favourable: bool | None
    ethics_current_protocol: bool | None
    ethics_conditions_met: bool | None
    ethics_minuted: bool | None
    # people at work
    requester_is_named: bool | None
    undertakings_signed: bool | None
    two_officers_signed: bool | None
    officer_is_applicant: bool | None
    officer_is_preparer: bool | None
    preparer_is_assessor: bool | None
    preparer_is_named_person: bool | None
    # programme
    releases_stopped: bool | None
    cohort_is_large_enough: bool | None
    genomics_strict: bool | None
    """The legal switch ``genomics.regime``: Ley 14/2007 50.2 also binds EHDS permits."""


@dataclass(frozen=True, slots=True)
class CitizenFacts:
    """One citizen, for one permit at one (P, T)."""

    cells: tuple[CellAnswer, ...] | None
    """In the order of the cells that the release uses. Without any cell nothing is established."""
    study: CellAnswer | None
    """``CellAnswer.NONE`` where this study was never answered; None is unknown and refuses."""
    capacities: frozenset[Capacity] | None
    """In which capacities the standing answers were given."""
    genetic_information_given: bool | None
    minor_took_part: bool | None
    age: AgeBand | None
    mandate_in_force: bool | None
    protected_adult: bool | None
    own_refusal: bool | None
    opted_out_now: bool | None
    opted_out_at_issue: bool | None
    reach: Reach | None
    """None here is an answer, not an unknown: never answered means refused."""
    relatives: Relatives | None
    identity_known: bool | None


@dataclass(frozen=True, slots=True)
class FactsOfRelease:
    """One subject of judgement: the whole release, and one citizen where one is meant."""

    release: ReleaseFacts
    citizen: CitizenFacts | None = None
