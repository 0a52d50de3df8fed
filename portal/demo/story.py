"""The story, told on one region: choices, request, decision, permit, release, a withdrawal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from governance.lives.consents.commands import OptOut, WithdrawEverything
from governance.lives.consents.words import Given
from governance.service.carry_out import Done
from governance.service.house import new_id
from governance.service.importing import (
    ImportReport,
    import_acts,
    import_dataset,
    import_people,
    import_relations,
)
from governance.service.people import people_named
from governance.service.preparation import (
    Delivered,
    Explanation,
    Replayed,
    explain_release,
    replay_release,
)
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, Channel, SubjectId
from portal.demo import study
from portal.demo.cast import Cast, StoryRefused, appoint, principal, publish_sheet
from portal.demo.files_of_act import (
    ISSUER,
    ActFiles,
    table_description,
    variants_description,
    write_people,
)
from portal.demo.releasing import deliver, prepare, recipe
from portal.demo.studies import Wanted

SHEETS_BEFORE = (1400, 790)
"""Days before the story at which the two major versions of the sheet are published."""
Tell = Callable[[str, object], None]
"""Hears the name of a scene, and what came of it."""


@dataclass(frozen=True, slots=True)
class MindsChanged:
    """Two citizens of the first package, and what each of them did after it."""

    withdrew: SubjectId
    opted_out: SubjectId


async def act(cast: Cast, files: ActFiles, at: datetime, tell: Tell) -> None:
    """One act of the story, from the founding of the programme to the verified ledger."""
    today = day_of(at)
    await appoint(cast)
    for major, days in enumerate(SHEETS_BEFORE, 1):
        cast.clock.set(at - timedelta(days=days))
        await publish_sheet(cast, major)
    cast.clock.set(at)
    tell("founding", len(cast.people) + len(cast.members))
    await bring_in(cast, files, today, tell)
    wanted = await import_datasets(cast, files)
    tell("datasets", wanted)
    asked = await study.ask(cast, wanted, today)
    tell("request", asked.request_id)
    tell("ethics", await study.review(cast, asked, today))
    permit_id, regime = await study.permit(cast, asked)
    tell("permit", regime)
    first = await release(cast, wanted, permit_id, len(files.names))
    tell("release", first)
    changed = await _change_minds(cast, files, first[0])
    tell("minds-changed", changed)
    second = await release(cast, wanted, permit_id, first[1].people)
    tell("release", second)
    for release_id in (first[0], second[0]):
        tell("withdrew", await explained(cast, release_id, changed.withdrew))
    tell("opted-out", await explained(cast, second[0], changed.opted_out))
    tell("replay", await replayed(cast, first[0]))


async def bring_in(cast: Cast, files: ActFiles, today: date, tell: Tell) -> None:
    """Register the people behind the files, and what they have said."""
    write_people(files, today=today, sheet=cast.sheet)
    desk = cast.by("desk")
    reports: list[ImportReport] = []
    for what, name in (
        (import_people, "people"),
        (import_relations, "relations"),
        (import_acts, "acts"),
    ):
        path = files.csv / f"{name}.csv"
        reports.append(await what(cast.house, path, issuer=ISSUER, by=desk))
    tell("choices", reports)


async def import_datasets(cast: Cast, files: ActFiles) -> Wanted:
    """Enter both files as datasets of the holder; what the study will ask of them."""
    holder = cast.by("holder")
    wanted = Wanted(new_id(), new_id(), files.permitted)
    for dataset_id, path, description, id_column in (
        (wanted.table_id, files.table, table_description(files.columns), "Subject id"),
        (wanted.variants_id, files.variants, variants_description(), None),
    ):
        outcome = await import_dataset(
            cast.house,
            path,
            dataset_id=dataset_id,
            description=description,
            id_column=id_column,
            by=holder,
        )
        if not isinstance(outcome, Done):
            raise StoryRefused(f"import of {path.name}: {outcome}")
    return wanted


async def release(
    cast: Cast, wanted: Wanted, permit_id: str, preview: int
) -> tuple[str, Delivered]:
    """A preparer lays down the recipe, two officers sign it, the engine carries it out."""
    release_id = await prepare(cast, recipe(cast, wanted, permit_id, preview))
    return release_id, await deliver(cast, release_id)


async def _change_minds(cast: Cast, files: ActFiles, first: str) -> MindsChanged:
    """Two who were in the first package: one withdraws everything, the other opts out."""
    known = await people_named(cast.house, ISSUER, files.names)
    changed: list[SubjectId] = []
    for citizen in known.values():
        if not (await explained(cast, first, citizen)).was_in:
            continue
        given = Given(
            giver=citizen,
            capacity=Capacity.SELF,
            channel=Channel.ONLINE,
            effective_at=cast.clock(),
        )
        change = OptOut if changed else WithdrawEverything
        try:
            await cast.do(change(citizen=citizen, given=given), principal(citizen))
        except StoryRefused:
            continue  # somebody who died, or a child whose representative decides
        changed.append(citizen)
        if len(changed) == len(("withdrew", "opted out")):
            return MindsChanged(*changed)
    raise StoryRefused("too few were in the first package")


async def explained(cast: Cast, release_id: str, citizen: SubjectId) -> Explanation:
    """Why a citizen was in a release, or was not, as the auditor reads it."""
    outcome = await explain_release(cast.house, release_id, citizen, by=cast.by("auditor"))
    if not isinstance(outcome, Explanation):
        raise StoryRefused(f"explain: {outcome}")
    return outcome


async def replayed(cast: Cast, release_id: str) -> Replayed:
    """The first package made again, after somebody changed her mind."""
    outcome = await replay_release(cast.house, release_id, by=cast.by("auditor"))
    if not isinstance(outcome, Replayed):
        raise StoryRefused(f"replay: {outcome}")
    return outcome
