"""What waits about permits, releases and datasets."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from governance.lives import datasets, permits, releases
from governance.lives.datasets.events import DatasetDescribed, DatasetRegistered
from governance.lives.permits.commands import SignUndertaking
from governance.lives.permits.events import PermitExpired, PermitRevoked
from governance.lives.permits.state import State
from governance.lives.permits.words import PermitKind, PermitStatus
from governance.lives.releases.words import ReleaseStatus
from governance.policy import deadlines
from governance.views.tasks.desk import Desk, Kind, Waits
from governance.views.tasks.task import TaskCode
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.matters import Part

NOTICE = timedelta(days=30)
"""So long before its last day a yearly duty is shown."""
IN_FORCE = (PermitStatus.IN_FORCE, PermitStatus.SUSPENDED)
OVER = (PermitStatus.EXPIRED, PermitStatus.REVOKED)
HANDED_OVER = (ReleaseStatus.DELIVERED, ReleaseStatus.RECALLED)
UNDER_WAY = (ReleaseStatus.PREPARED, ReleaseStatus.SIGNED, ReleaseStatus.FROZEN, *HANDED_OVER)


async def _own_undertaking(desk: Desk, key: str, permit: State) -> Waits | None:
    if desk.me not in permit.missing_undertakings:
        return None
    return Waits(None, SignUndertaking(permit_id=key, person=desk.me))


async def _without_release(desk: Desk, keys: Collection[str]) -> Collection[str]:
    begun = await desk.find(releases, UNDER_WAY, within=keys)
    return [key for key in keys if key not in begun.values()]


async def _releasable(desk: Desk, key: str, permit: State) -> Waits | None:
    content = permit.content
    if content is None or content.kind is not PermitKind.DATASET or permit.first_issued_at is None:
        return None
    issued = day_of(permit.first_issued_at)
    due = deadlines.due(deadlines.PROVIDE_DATA, issued)
    return Waits(due) if permit.covers(desk.today) and not permit.missing_undertakings else None


async def _with_data(desk: Desk, keys: Collection[str]) -> Collection[str]:
    handed_over = await desk.find(releases, HANDED_OVER, within=keys)
    return [key for key in keys if key in handed_over.values()]


async def _not_deleted(desk: Desk, key: str, permit: State) -> Waits | None:
    if permit.data_deleted:
        return None
    ended = await _ended(desk, key, permit)
    return Waits(deadlines.due(deadlines.DELETE_DATA, ended)) if ended else Waits()


async def _ended(desk: Desk, key: str, permit: State) -> date | None:
    """The day on which the permit ended: its last, or that of its revocation."""
    for entry in reversed(await desk.looking.now.history(permits, key)):
        match entry.event:
            case PermitRevoked(at=at):
                return day_of(at)
            case PermitExpired():
                return permit.ends
    return None


async def _unsigned(desk: Desk, key: str, release: releases.State) -> Waits | None:
    return None if desk.me in release.signed_by else Waits()


async def _unconfirmed(desk: Desk, key: str, release: releases.State) -> Waits | None:
    return Waits() if release.open_notices else None


async def _unchecked(desk: Desk, key: str, dataset: datasets.State) -> Waits | None:
    described = [
        day_of(entry.event.at)
        for entry in await desk.looking.now.history(datasets, key)
        if isinstance(entry.event, DatasetRegistered | DatasetDescribed)
    ]
    due = deadlines.due(deadlines.CHECK_DESCRIPTION, described[-1])
    return Waits(due) if due - NOTICE <= desk.today else None


KINDS = (
    Kind(
        code=TaskCode.SIGN_UNDERTAKING,
        act=Act.SIGN_UNDERTAKING,
        life=permits,
        statuses=IN_FORCE,
        waits=_own_undertaking,
        mine=(Part.NAMED,),
    ),
    Kind(
        code=TaskCode.PREPARE_RELEASE,
        act=Act.PREPARE_RELEASE,
        life=permits,
        statuses=(PermitStatus.IN_FORCE,),
        waits=_releasable,
        narrowed=_without_release,
    ),
    Kind(
        code=TaskCode.RECORD_DELETION,
        act=Act.RECORD_DELETION,
        life=permits,
        statuses=OVER,
        waits=_not_deleted,
        narrowed=_with_data,
    ),
    Kind(
        code=TaskCode.SIGN_RELEASE,
        act=Act.SIGN_RELEASE,
        life=releases,
        statuses=(ReleaseStatus.PREPARED,),
        waits=_unsigned,
    ),
    Kind(
        code=TaskCode.CONFIRM_REMOVAL,
        act=Act.CONFIRM_REMOVAL,
        life=releases,
        statuses=HANDED_OVER,
        waits=_unconfirmed,
        mine=(Part.NAMED,),
        of=permits,
    ),
    Kind(
        code=TaskCode.CHECK_DESCRIPTION,
        act=Act.DESCRIBE_DATASET,
        life=datasets,
        statuses=("registered",),
        waits=_unchecked,
    ),
)
