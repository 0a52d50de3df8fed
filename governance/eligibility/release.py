"""The facts about a whole release, from the streams behind it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from governance.eligibility.reader import Reader
from governance.eligibility.verdicts import judge_whole
from governance.lives import (
    access_requests,
    datasets,
    permits,
)
from governance.lives.datasets.state import State as DatasetState
from governance.lives.datasets.words import Media, VariableRole
from governance.lives.ethics import meetings, reviews
from governance.lives.permits.state import State as PermitState
from governance.lives.permits.words import (
    PermitContent,
    PermitKind,
    PermitStatus,
    PermittedVariable,
    missing_items,
)
from governance.lives.programme import switches
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import SIGNATURES_NEEDED, Recipe, Source
from governance.policy.regimes import ehds_applies
from governance.policy.release_facts import ReleaseFacts
from governance.policy.verdict import Verdict
from governance.standards import duo
from governance.vocabulary.instants import day_of
from governance.vocabulary.purposes import REACH_ORDER, DataCategory, Purpose, Reach
from governance.vocabulary.switches import GenomicsRegime, Switch

Described = dict[str, DatasetState]


async def whole_verdict(
    reader: Reader, release: ReleaseState, at: datetime, *, people: int | None
) -> Verdict:
    """The verdict on the whole release; ``people`` is how many would be in the package.

    Before anything is built, the preview that the officers signed stands for it.
    """
    return judge_whole(await whole_facts(reader, release, at, people=people), day_of(at))


async def whole_facts(
    reader: Reader, release: ReleaseState, at: datetime, *, people: int | None
) -> ReleaseFacts:
    """Everything that rules ask about permit, ethics, people at work, datasets and switches."""
    recipe = release.recipe
    if recipe is None:
        raise ValueError("nothing was prepared")
    permit: PermitState = await reader.state(permits, recipe.permit_id)
    content = permit.content
    described = await reader.states(datasets, [s.dataset_id for s in recipe.sources])
    board: switches.State = await reader.state(switches, switches.STREAM)
    counted = recipe.preview_allowed if people is None else people
    values: dict[str, Any] = dict.fromkeys(ReleaseFacts.__dataclass_fields__)
    values |= _of_permit(permit, day_of(at))
    values |= _of_recipe(recipe, content, described)
    values |= _of_datasets(recipe, described)
    values |= {
        "releases_stopped": board.stopped,
        "genomics_strict": board.value_of(Switch.GENOMICS) == GenomicsRegime.STRICT,
        "cohort_is_large_enough": counted >= recipe.minimum_cohort,
    }
    if content is not None:
        values |= _of_content(recipe, content, described)
        values |= await _of_ethics(reader, content)
        values |= await _of_people(reader, release, recipe, permit, content)
        terms = map(_terms, described.values())
        values["duo_allows"] = duo.all_allow(terms, _use(recipe, content, values))
    return ReleaseFacts(**values)


def _of_permit(permit: PermitState, day: date) -> dict[str, Any]:
    content = permit.content
    if content is None or permit.first_issued_at is None:
        return {"permit_in_force": False}
    categories = {cell.category for cell in content.cells}
    issued = day_of(permit.first_issued_at)
    return {
        "permit_in_force": permit.covers(day),
        "permit_suspended": permit.status is PermitStatus.SUSPENDED,
        "permit_revoked": permit.status is PermitStatus.REVOKED,
        "permit_ended": permit.has_ended(day) or permit.status is PermitStatus.EXPIRED,
        "permit_content_complete": not missing_items(content),
        "regime": permit.regime,
        "ehds_applied_at_issue": ehds_applies(content.ehds_categories, categories, issued),
        "statistics_only": content.kind is PermitKind.STATISTICS,
        "pseudonymised_is_justified": content.pseudonymised and content.pseudonymisation_justified,
        "opt_out_override": content.opt_out_override,
        "applicant_is_public": content.applicant_is_public,
        "prohibited_use": bool(permit.flagged),
        "recipient_place": max(
            content.recipient_place, content.environment.place, key=REACH_ORDER.__getitem__
        ),
        "environment_in_adequate_country": content.environment.adequate
        and content.environment.place in (Reach.SPAIN, Reach.EEA),
    }


def released_variables(source: Source, dataset: DatasetState) -> frozenset[str]:
    """The variables that leave: the columns asked for, or all that variants hold but the ids."""
    if source.media == Media.TABLE:
        return frozenset(source.columns)
    plain = (VariableRole.PLAIN, VariableRole.SENSITIVE, VariableRole.QUASI_IDENTIFIER)
    return dataset.variables(*plain)


def categories_of(source: Source, dataset: DatasetState) -> frozenset[DataCategory]:
    """What kinds of data leave from this source; variants are genomic whatever they are called."""
    found = dataset.categories(released_variables(source, dataset))
    return found if source.media == Media.TABLE else found | {DataCategory.GENOMIC}


def _of_recipe(
    recipe: Recipe, content: PermitContent | None, described: Described
) -> dict[str, Any]:
    purposes = {cell.purpose for cell in recipe.cells}
    purpose: Purpose | None = next(iter(purposes)) if len(purposes) == 1 else None
    recipients = {cell.recipient for cell in recipe.cells}
    recipient = next(iter(recipients)) if len(recipients) == 1 else None
    categories: frozenset[DataCategory] = frozenset().union(
        *(categories_of(s, described[s.dataset_id]) for s in recipe.sources)
    )
    if content is not None and recipient is not content.recipient:
        recipient = None
    return {"purpose": purpose, "recipient": recipient, "categories": categories}


def _of_content(recipe: Recipe, content: PermitContent, described: Described) -> dict[str, Any]:
    released = {
        PermittedVariable(s.dataset_id, name)
        for s in recipe.sources
        for name in released_variables(s, described[s.dataset_id])
    }
    categories = frozenset().union(
        *(categories_of(s, described[s.dataset_id]) for s in recipe.sources)
    )
    covered = categories <= {cell.category for cell in recipe.cells}
    protected = {
        key for key, d in described.items() if d.description and d.description.protected_content
    }
    return {
        "purpose_in_permit": {cell.purpose for cell in recipe.cells} <= content.purposes,
        "cells_in_permit": recipe.cells <= content.cells and covered,
        "datasets_in_permit": {s.dataset_id for s in recipe.sources} <= content.datasets,
        "variables_in_permit": released <= content.variables,
        "to_permitted_environment": recipe.environment_id == content.environment.id,
        "holder_conditions_met": protected <= content.holder_conditions,
        "requester_is_named": recipe.requester in content.named_persons,
    }


def _terms(dataset: DatasetState) -> frozenset[str]:
    return dataset.description.duo_terms if dataset.description else frozenset()


def _use(recipe: Recipe, content: PermitContent, values: dict[str, Any]) -> duo.Use:
    return duo.Use(
        purposes=frozenset(cell.purpose for cell in recipe.cells),
        recipient=content.recipient,
        categories=values["categories"],
        ethics_favourable=values["ethics_favourable"],
        conditions=frozenset(content.conditions),
    )


def _of_datasets(recipe: Recipe, described: Described) -> dict[str, Any]:
    known = [d.description for d in described.values() if d.description is not None]
    if len(known) < len(described):
        return {}
    leaving = [
        (released_variables(s, described[s.dataset_id]), described[s.dataset_id])
        for s in recipe.sources
    ]
    return {
        "legal_basis_recorded": all(d.legal_basis_6 and d.legal_basis_9 for d in known),
        "dataset_in_use": not any(d.retired for d in described.values()),
        "family_linked": any(d.family_linked for d in known),
        "identifiers_released": any(
            columns & dataset.variables(VariableRole.IDENTIFIER) for columns, dataset in leaving
        ),
    }


async def _of_ethics(reader: Reader, content: PermitContent) -> dict[str, Any]:
    review = await reader.state(reviews, content.request_id)
    minuted = False
    if review.decided_in is not None:
        meeting: meetings.State = await reader.state(meetings, review.decided_in)
        minuted = meeting.minuted
    current = review.covers_protocol and content.protocol_version == review.protocol
    return {
        "ethics_favourable": review.favourable,
        "ethics_current_protocol": current,
        "ethics_conditions_met": not review.open_conditions,
        "ethics_minuted": minuted,
    }


async def _of_people(
    reader: Reader,
    release: ReleaseState,
    recipe: Recipe,
    permit: PermitState,
    content: PermitContent,
) -> dict[str, Any]:
    request = await reader.state(access_requests, content.request_id)
    signers, preparer = set(release.signed_by), release.prepared_by
    concerned = {content.applicant, *content.named_persons}
    return {
        "undertakings_signed": not permit.missing_undertakings,
        "two_officers_signed": len(signers) >= SIGNATURES_NEEDED,
        "officer_is_applicant": bool(signers & concerned),
        "officer_is_preparer": preparer in signers,
        "preparer_is_assessor": preparer in request.assessors,
        "preparer_is_named_person": preparer in content.named_persons,
    }
