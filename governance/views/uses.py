"""Who used a citizen's data: every delivered release whose sources hold her, and why or why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from governance.eligibility.inclusion import Explanation, explain_each, judged_alone
from governance.eligibility.streams import whole_entry
from governance.lives import citizens, consents, permits, releases
from governance.lives.permits.state import State as PermitState
from governance.lives.releases.events import RemovalConfirmed, RemovalNotified
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import ReleaseStatus
from governance.policy.visibility_facts import View
from governance.storage.queries.deliveries import holding
from governance.views.citizen import Meant, OfCitizen
from governance.views.paging import FIRST, Page, Paged
from governance.views.people import Person, people_of
from governance.views.question import Looking, Shown
from governance.views.standing import recorded_by_then
from governance.vocabulary.instants import day_of
from governance.vocabulary.matters import Order
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import DataCategory, Purpose, RecipientKind

Explained = Mapping[SubjectId, Explanation | None]
"""What is explained of each of her entries."""


class RemovalStatus(StrEnum):
    """What became of her records in a package."""

    NOT_NEEDED = "not-needed"
    """She was not in it, or everything that let her records leave still stands."""
    DUE = "due"
    """She may not leave any more; the notice goes out with the next work that falls due."""
    NOTIFIED = "notified"
    CONFIRMED = "confirmed"
    RECALLED = "recalled"
    """The whole package was called back."""


@dataclass(frozen=True, slots=True)
class Removal:
    """A removal notice about her, from its going out to the recipient's word."""

    status: RemovalStatus
    notified_at: datetime | None = None
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Use(Shown):
    """The fields of ``View.USES``; ``id`` is that of the release."""

    study: str | None = None
    purposes: frozenset[Purpose] | None = None
    recipient: RecipientKind | None = None
    principal_investigator: Person | None = None
    categories: frozenset[DataCategory] | None = None
    permit: str | None = None
    delivered_on: date | None = None
    included: bool | None = None
    reason: tuple[str, ...] | None = None
    """The rules that kept her out and that this reader may be told; never all of them."""
    removal: Removal | None = None


@dataclass(frozen=True, slots=True)
class Uses(OfCitizen[Paged[Use]]):
    """Releases that were delivered from files that hold her, the newest first, or the oldest."""

    page: Page = FIRST

    async def answer(self, looking: Looking) -> Paged[Use] | None:
        """Each is judged again as of its own instants, exactly as it is explained to an auditor."""
        meant = await self.meant(looking)
        if meant is None or not await looking.sees(View.USES, meant.about):
            return None
        looking = await recorded_by_then(looking)
        selves = await selves_of(looking, meant.who)
        found, total = await holding(
            looking.then.session,
            selves,
            looking.instant.position,
            limit=self.page.limit,
            offset=self.page.offset,
            oldest_first=self.page.order is Order.OLDEST_FIRST,
        )
        of_each = await explain_each(looking.then, found, selves)
        uses = [await use_of(looking, meant, key, explained) for key, explained in of_each.items()]
        return Paged(tuple(one for one in uses if one is not None), total, self.page)


async def selves_of(looking: Looking, who: SubjectId) -> tuple[SubjectId, ...]:
    """Her entry, and those merged into it."""
    known = await whole_entry(looking.then, who)
    return (who, *sorted(known.duplicates))


async def use_of(
    looking: Looking, meant: Meant, release_id: str, explained: Explained
) -> Use | None:
    """One release, as this reader is shown it."""
    release: ReleaseState = await looking.then.state(releases, release_id)
    held = [one for one in explained.values() if one is not None and one.held]
    recipe, frozen = release.recipe, next((one.frozen for one in held), None)
    if recipe is None or frozen is None or release.delivered_at is None:
        return None
    then: PermitState = await looking.then.as_of(frozen.position).state(permits, recipe.permit_id)
    if then.content is None:
        return None
    investigator = then.content.principal_investigator
    included = any(one.was_in for one in held)
    refused = tuple(dict.fromkeys(rule for one in held for rule in one.refused_by))
    whole = Use(
        id=release_id,
        study=then.content.study,
        purposes=frozenset(cell.purpose for cell in recipe.cells),
        recipient=then.content.recipient,
        principal_investigator=(await people_of(looking, [investigator]))[investigator],
        categories=frozenset(cell.category for cell in recipe.cells),
        permit=recipe.permit_id,
        delivered_on=day_of(release.delivered_at),
        included=included,
        reason=() if included else await looking.told(refused, meant.about),
        removal=await removal_of(looking, release_id, explained),
    )
    return await looking.redacted(whole, View.USES, meant.about)


async def removal_of(looking: Looking, release_id: str, explained: Explained) -> Removal:
    """What became of her records in this package until the instant looked at."""
    release: ReleaseState = await looking.then.state(releases, release_id)
    notice: RemovalNotified | None = None
    confirmed_at: datetime | None = None
    for entry in await looking.then.history(releases, release_id):
        match entry.event:
            case RemovalNotified(citizens=people) as notified if people & explained.keys():
                notice, confirmed_at = notified, None
            case RemovalConfirmed(notice_id=notice_id, at=at):
                if notice is not None and notice.notice_id == notice_id:
                    confirmed_at = at
    if notice is not None:
        confirmed = RemovalStatus.CONFIRMED if confirmed_at else RemovalStatus.NOTIFIED
        return Removal(confirmed, notice.at, confirmed_at)
    was_in = [who for who, one in explained.items() if one and one.was_in]
    if was_in and release.status is ReleaseStatus.RECALLED:
        return Removal(RemovalStatus.RECALLED)
    for who in was_in:
        if await _changed_since(looking, release, who):
            verdict = await judged_alone(looking.then, release, looking.instant, who)
            if verdict is None or not verdict.allowed:
                return Removal(RemovalStatus.DUE)
    return Removal(RemovalStatus.NOT_NEEDED)


async def _changed_since(looking: Looking, release: ReleaseState, who: SubjectId) -> bool:
    """Whether anything was recorded about her since the last pass: days that pass remove nobody."""
    since = release.last_pass.position if release.last_pass else 0
    said = [await looking.then.history(life, who) for life in (citizens, consents)]
    return any(entry.position > since for entries in said for entry in entries)
