"""A look ahead: how many a recipe would take in and leave out, if it were frozen now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from governance.eligibility.access import roles_of, stands
from governance.eligibility.reader import Reader
from governance.eligibility.release import whole_verdict
from governance.lives import permits
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import Recipe, ReleaseStatus
from governance.policy.verdict import Verdict
from governance.policy.visibility import reasons_told, visible_fields
from governance.policy.visibility_facts import View
from governance.principals import Principal
from governance.refusals import Refusal, Refused
from governance.service.ask import ask
from governance.service.house import House
from governance.service.preparation.cohort import judged, read_sources
from governance.storage import ledger
from governance.storage.driver import Session
from governance.views.releases import Preparable, PreparableShown, PreviewShown
from governance.views.releases.counting import preview_of
from governance.views.releases.reading import EXACT
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import SubjectId

SIGNERS = (SubjectId("first-signer"), SubjectId("second-signer"))
"""Two officers who are not concerned: a preview asks as if they had signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewMade:
    """What a recipe would lead to now, as far as this reader may know."""

    recipe: Recipe
    """The same recipe with the counts of this preview: what is to be laid down and signed."""
    preview: PreviewShown | None
    refused_by: tuple[str, ...]
    """Rules about the whole release that refuse it, of those that she may be told."""
    would_leave: bool
    """Whether no rule about the whole refuses it."""
    counts_by_rule: Mapping[str, int] | None
    instant: Instant


async def preview_release(house: House, recipe: Recipe, *, by: Principal) -> PreviewMade | Refusal:
    """Judge everybody in the sources of a recipe that is not laid down yet.

    Reads the files of the sources, which takes as long as they are large. Refused with
    ``not-found`` where she may not prepare under this permit, ``source-unknown`` where a source or
    its file is not there.
    """
    offered = await ask(house, Preparable(recipe.permit_id), by=by)
    if not isinstance(offered, PreparableShown):
        return offered
    laid_down = ReleaseState(
        ReleaseStatus.SIGNED, recipe=recipe, prepared_by=by.subject, signed_by=SIGNERS
    )
    async with house.database.reading() as session:
        try:
            return await _preview(house, session, laid_down, recipe, by)
        except Refused as refused:
            return refused.refusal


async def _preview(
    house: House, session: Session, laid_down: ReleaseState, recipe: Recipe, by: Principal
) -> PreviewMade:
    head, at = await ledger.head(session), house.clock()
    instant = Instant(head.position, max(at, head.at or at))
    sources = await read_sources(house, session, laid_down)
    everybody = {who for source in sources for who in source.people.values()}
    verdicts = await judged(session, laid_down, instant, everybody)
    considered, included = len(verdicts.verdicts), len(verdicts.allowed)
    reader = Reader(session)
    whole: Verdict = await whole_verdict(reader, laid_down, instant.time, people=included)
    roles = await roles_of(reader, by, at=at)
    relations = await stands(reader, by, (permits.NAME, recipe.permit_id), at=at)
    visible = visible_fields(View.RELEASE, roles, relations)
    counts = verdicts.refused_by_rule() if EXACT in visible else None
    preview = preview_of(considered, included, exact=EXACT in visible)
    return PreviewMade(
        recipe=replace(recipe, preview_considered=considered, preview_allowed=included),
        preview=preview if "preview" in visible else None,
        refused_by=reasons_told(whole.refused_by, roles, relations),
        would_leave=whole.allowed,
        counts_by_rule=counts,
        instant=instant,
    )
