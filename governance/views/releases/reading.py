"""Making what is shown of releases, several at once, from the streams behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from governance.eligibility.reader import Reader
from governance.lives import access_requests, datasets, permits, releases
from governance.lives.datasets.state import State as DatasetState
from governance.lives.permits.state import State as PermitState
from governance.lives.releases.events import ReleaseSigned
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import Recipe
from governance.policy.release import RELEASE
from governance.policy.visibility_facts import View
from governance.storage.ledger import Recorded
from governance.storage.release_counts import ReleaseCounts, counts_of
from governance.views.people import Person, people_of
from governance.views.question import Looking, only
from governance.views.releases.counting import counted, notices_of
from governance.views.releases.shown import (
    ColumnOf,
    DatasetOf,
    PermitOf,
    RecipeShown,
    ReleaseShown,
    Signature,
    Step,
)
from governance.views.standing import standing
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import SubjectId

RULES = frozenset(rule.id for rule in RELEASE)
EXACT = "counts_by_rule"
"""Whoever is shown this field is shown small counts as they are."""


@dataclass(frozen=True, slots=True)
class Behind:
    """One release and what stands behind it."""

    id: str
    state: ReleaseState
    recipe: Recipe
    history: Sequence[Recorded]
    permit: PermitState
    datasets: dict[str, DatasetState]
    counts: ReleaseCounts | None


async def shown_of(looking: Looking, ids: Sequence[str]) -> list[ReleaseShown]:
    """Those of these releases that she may read, in this order."""
    reader = await standing(looking)
    await prepared(looking.now, ids)
    mine = [one for one in ids if await looking.may(Act.READ_RELEASE, (releases.NAME, one))]
    found = await _behind(reader, mine)
    people = await people_of(looking, (who for one in found for who in _people(one)))
    return [shown for one in found if (shown := await _shown(looking, one, people))]


async def prepared(reader: Reader, ids: Iterable[str]) -> None:
    """Read in three statements what rights on these releases hang on."""
    states: dict[str, ReleaseState] = await reader.states(releases, ids)
    granted = [state.recipe.permit_id for state in states.values() if state.recipe]
    known: dict[str, PermitState] = await reader.states(permits, granted)
    asked = [state.content.request_id for state in known.values() if state.content]
    await reader.load(f"{access_requests.NAME}/{one}" for one in asked)


async def _behind(reader: Reader, ids: Sequence[str]) -> list[Behind]:
    await prepared(reader, ids)
    states: dict[str, ReleaseState] = await reader.states(releases, ids)
    sources = {
        s.dataset_id for state in states.values() if state.recipe for s in state.recipe.sources
    }
    described: dict[str, DatasetState] = await reader.states(datasets, sorted(sources))
    counts = await counts_of(reader.session, ids)
    return [
        Behind(
            one,
            state,
            state.recipe,
            await reader.history(releases, one),
            await reader.state(permits, state.recipe.permit_id),
            {s.dataset_id: described[s.dataset_id] for s in state.recipe.sources},
            counts.get(one),
        )
        for one, state in states.items()
        if state.recipe is not None
    ]


def _people(behind: Behind) -> set[SubjectId]:
    named = {behind.recipe.requester, *behind.state.signed_by}
    return named | ({behind.state.prepared_by} if behind.state.prepared_by else set())


async def _shown(
    looking: Looking, behind: Behind, people: dict[SubjectId, Person]
) -> ReleaseShown | None:
    about = (releases.NAME, behind.id)
    visible = await looking.sees(View.RELEASE, about)
    if not visible:
        return None
    state, permit = behind.state, behind.permit.content
    whole = ReleaseShown(
        id=behind.id,
        status=state.status,
        permit=PermitOf(behind.recipe.permit_id, permit.study if permit else None),
        package_hash=state.package_hash,
        manifest=state.package_hash is not None,
        delivered_on=day_of(state.delivered_at) if state.delivered_at else None,
        withheld_for=await _reasons(looking, behind),
        preparer=people[state.prepared_by] if state.prepared_by else None,
        requester=people[behind.recipe.requester],
        **_recipe(behind),
        **_history(behind, people),
        **counted(behind.state, behind.recipe, behind.counts, exact=EXACT in visible),
        removal_notices=notices_of(behind.history, exact=EXACT in visible),
    )
    return only(whole, visible)


async def _reasons(looking: Looking, behind: Behind) -> tuple[str, ...]:
    """What was wrong with files anybody here may know; rules are told as their table says."""
    reasons = behind.state.reasons
    told = await looking.told(reasons, (releases.NAME, behind.id))
    return tuple(reason for reason in reasons if reason in told or reason not in RULES)


def _recipe(behind: Behind) -> dict[str, Any]:
    recipe = behind.recipe
    return {
        "purpose": frozenset(cell.purpose for cell in recipe.cells),
        "datasets": tuple(
            DatasetOf(s.dataset_id, _title(behind.datasets[s.dataset_id]), s.version, s.media)
            for s in recipe.sources
        ),
        "columns": tuple(
            _column(s.dataset_id, name, behind.datasets[s.dataset_id])
            for s in recipe.sources
            for name in s.columns
        ),
        "recipe": RecipeShown(
            digest=recipe.digest(),
            cells=recipe.cells,
            environment=recipe.environment_id,
            k=recipe.k,
            minimum_cohort=recipe.minimum_cohort,
        ),
    }


def _title(dataset: DatasetState) -> str | None:
    return dataset.description.title if dataset.description else None


def _column(dataset_id: str, name: str, dataset: DatasetState) -> ColumnOf:
    known = dataset.description.variables if dataset.description else ()
    for variable in known:
        if variable.name == name:
            return ColumnOf(dataset_id, name, variable.category, variable.role)
    return ColumnOf(dataset_id, name, None, None)


def _history(behind: Behind, people: dict[SubjectId, Person]) -> dict[str, Any]:
    frozen = [e for e in behind.history if e.event.CODE == "release.frozen.v1"]
    signed = [e.event for e in behind.history if isinstance(e.event, ReleaseSigned)]
    return {
        "history": tuple(Step(e.position, e.event.at, e.event.CODE) for e in behind.history),
        "instant": Instant(frozen[0].position, frozen[0].event.at) if frozen else None,
        "signers": tuple(Signature(people[event.by], event.at) for event in signed),
    }
