"""The same plain data, judged by our tables: facts from our own lives, and no database."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from governance.eligibility.asked import Asked, answer_of, facts_of, with_relatives
from governance.eligibility.reader import Reader
from governance.eligibility.release import whole_facts
from governance.lives import access_requests, consents, datasets, permits
from governance.lives.consents.words import SheetVersion
from governance.lives.datasets.words import Description, Media, Variable, VariableRole
from governance.lives.ethics import meetings, reviews
from governance.lives.ethics.reviews.words import Condition, EthicsOutcome
from governance.lives.permits.words import (
    Environment,
    PermitContent,
    PermitKind,
    PermitStatus,
    PermittedVariable,
)
from governance.lives.programme import switches
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import Recipe, Source
from governance.policy.facts import Facts
from governance.policy.release_facts import CitizenFacts, ReleaseFacts
from governance.policy.verdict import Rule, judge, rules_in_force
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import (
    Cell,
    DataCategory,
    EhdsCategory,
    ProhibitedUse,
    Purpose,
    Reach,
    RecipientKind,
)
from governance.vocabulary.regimes import Regime
from governance.vocabulary.switches import GenomicsRegime, Switch
from tests.builders import SHEET
from tests.permit_builders import CONTENT, PERMIT, REQUEST
from tests.properties.oracle.people import Citizen
from tests.properties.oracle.study import Dataset, Release
from tests.properties.spoken import everything_said, person_now

Table = tuple[Rule[Facts], ...]
MEETING = "meeting"


class Shelf(Reader):
    """Lives that lie open, instead of streams in a ledger."""

    def __init__(self, lives: Mapping[tuple[str, str], Any]) -> None:
        self.lives = lives

    async def state(self, life: Any, key: str) -> Any:
        """What this life is now."""
        return self.lives.get((life.NAME, key), life.EMPTY)

    async def states(self, life: Any, keys: Any) -> dict[str, Any]:
        """What these lives are now."""
        return {key: await self.state(life, key) for key in keys}


def at_once(work: Coroutine[Any, Any, ReleaseFacts]) -> ReleaseFacts:
    """The result of work that waits for nothing."""
    try:
        work.send(None)
    except StopIteration as finished:
        facts: ReleaseFacts = finished.value
        return facts
    raise AssertionError("it waited")


def content_of(release: Release) -> PermitContent:
    """The permit's paper in our words."""
    permit = release.permit
    return replace(
        CONTENT,
        protocol_version=permit.protocol,
        kind=PermitKind.STATISTICS if permit.statistics_only else PermitKind.DATASET,
        study=permit.study,
        applicant=SubjectId(permit.applicant),
        named_persons=frozenset(map(SubjectId, permit.named)),
        purposes=frozenset(map(Purpose, permit.purposes)),
        cells=frozenset(map(Cell.parse, permit.cells)),
        datasets=permit.datasets,
        variables=frozenset(PermittedVariable(*one) for one in permit.variables),
        ehds_categories=frozenset({EhdsCategory.A}),
        recipient=RecipientKind.COMMERCIAL if permit.commercial else RecipientKind.PUBLIC_RESEARCH,
        recipient_place=Reach(permit.place),
        applicant_is_public=permit.public_body,
        pseudonymisation_justified=permit.pseudonyms_justified,
        opt_out_override=permit.opt_out_overridden,
        environment=Environment(id=permit.environment, place=Reach.SPAIN, adequate=permit.adequate),
        starts=permit.starts,
        ends=permit.ends,
        tools=permit.tools,
        holder_conditions=permit.conditions_for,
    )


def _permit(release: Release) -> permits.State:
    permit = release.permit
    return permits.State(
        status=PermitStatus(permit.status),
        content=content_of(release),
        regime=None if permit.law is None else Regime(permit.law),
        first_issued_at=permit.issued,
        cut_off=permit.issued,
        ends=permit.ends,
        undertakings=frozenset(map(SubjectId, permit.undertaken)),
        flagged=frozenset({ProhibitedUse.ADVERTISING}) if permit.flagged else frozenset(),
    )


def _dataset(one: Dataset) -> datasets.State:
    category = DataCategory.GENOMIC if one.genomic else DataCategory.CLINICAL
    roles = {name: VariableRole.PLAIN for name in one.variables}
    roles |= {name: VariableRole.IDENTIFIER for name in one.identifiers}
    described = Description(
        title=one.name,
        media=Media.TABLE,
        issuer="registry",
        ehds_categories=frozenset({EhdsCategory.A}),
        legal_basis_6=one.grounds[0],
        legal_basis_9=one.grounds[1],
        duo_terms=frozenset({"DUO:0000004", "DUO:0000045"}) if one.no_commerce else frozenset(),
        family_linked=one.family_linked,
        protected_content=one.protected,
        variables=tuple(Variable(name, category, role) for name, role in sorted(roles.items())),
    )
    return datasets.State(description=described, retired=one.retired)


def _review(release: Release) -> reviews.State:
    ethics = release.ethics
    due = release.permit.starts
    return reviews.State(
        protocol=ethics.protocol_now,
        outcome=EthicsOutcome(ethics.outcome),
        decided_protocol=ethics.protocol_decided,
        decided_in=MEETING,
        conditions=tuple(
            Condition(n, SubjectId(release.permit.applicant), due)
            for n in range(ethics.open_conditions)
        ),
        suspended=ethics.suspended,
    )


def _shelf(release: Release, permit: permits.State | None) -> Shelf:
    genomics = GenomicsRegime.STRICT if release.strict_on_genomics else GenomicsRegime.EHDS_ALONE
    board = switches.State(settings=((Switch.GENOMICS, genomics),), stopped=release.stopped)
    request = access_requests.State(assessors=frozenset({SubjectId(release.assessor)}))
    return Shelf(
        {
            (permits.NAME, PERMIT): permit or _permit(release),
            (reviews.NAME, REQUEST): _review(release),
            (meetings.NAME, MEETING): meetings.State(minuted=release.ethics.minuted),
            (access_requests.NAME, REQUEST): request,
            (switches.NAME, switches.STREAM): board,
            **{(datasets.NAME, one.name): _dataset(one) for one in release.datasets},
        }
    )


def facts_of_release(
    release: Release, at: datetime, permit: permits.State | None = None
) -> ReleaseFacts:
    """What our code gathers about the whole release; ``permit`` where it was already lived."""
    recipe = Recipe(
        permit_id=PERMIT,
        requester=SubjectId(release.requester),
        cells=frozenset(map(Cell.parse, release.cells)),
        sources=tuple(
            Source(
                dataset_id=one.name,
                version=1,
                media=Media.TABLE,
                columns=tuple(sorted(one.variables)),
            )
            for one in release.datasets
        ),
        environment_id=release.destination,
        k=5,
        minimum_cohort=release.minimum,
        preview_considered=release.people,
        preview_allowed=release.people,
    )
    prepared = ReleaseState(
        recipe=recipe,
        prepared_by=SubjectId(release.preparer),
        signed_by=tuple(map(SubjectId, release.signers)),
    )
    return at_once(whole_facts(_shelf(release, permit), prepared, at, people=release.people))


def facts_of_citizen(
    citizen: Citizen,
    release: Release,
    at: datetime,
    everybody: Mapping[str, Citizen],
    said: Mapping[str, consents.State] | None = None,
) -> CitizenFacts:
    """What our code makes of what she said; ``said`` where her life was already lived."""
    asked = Asked(
        instant=Instant(1, at),
        cells=tuple(sorted(map(Cell.parse, release.cells))),
        study=release.permit.study,
        cut_off=release.permit.issued,
        sheet_majors={SHEET: release.sheet_major},
        genetic_sheets=frozenset(
            SheetVersion(SHEET, major, 0) for major in release.explains_genetics
        ),
        family_linked=release.family_linked,
    )

    def alone(one: Citizen) -> CitizenFacts:
        lived = said[one.name] if said is not None else everything_said(one, at)
        return facts_of(person_now(one, asked, at), lived, asked)

    if not release.family_linked:
        return alone(citizen)
    others = [everybody.get(name) for name in sorted(citizen.relatives)]
    answers = [alone(one) if one else None for one in others]
    return with_relatives(alone(citizen), answer_of(answers))


def may_leave(table: Table, release: ReleaseFacts, citizen: CitizenFacts, at: datetime) -> bool:
    """The verdict of a table on one record of one release."""
    rules = rules_in_force(table, release.regime, day_of(at))
    return judge(rules, Facts(release, citizen)).allowed
