"""Notices of releases that hold a citizen's records, and of what became of them there."""

from __future__ import annotations

from governance.eligibility.inclusion import explain_each
from governance.lives import permits, releases
from governance.lives.permits.state import State as PermitState
from governance.lives.releases import events as happened
from governance.lives.releases.state import State as ReleaseState
from governance.storage.queries.deliveries import holding
from governance.views.noticed import Notice, NoticeCode
from governance.views.question import Looking
from governance.views.uses import selves_of
from governance.vocabulary.people import SubjectId

MOST = 500
"""Releases that are looked through, the newest first."""


async def uses(looking: Looking, who: SubjectId) -> list[Notice]:
    """Of every delivered release that she was in."""
    selves = await selves_of(looking, who)
    session, position = looking.then.session, looking.instant.position
    found, _ = await holding(session, selves, position, limit=MOST)
    of_each = await explain_each(looking.then, found, selves)
    notices: list[Notice] = []
    for release_id in found:
        explained = of_each[release_id].values()
        if any(one is not None and one.was_in for one in explained):
            notices += await _of_release(looking, release_id, frozenset(selves))
    return notices


async def _of_release(
    looking: Looking, release_id: str, selves: frozenset[SubjectId]
) -> list[Notice]:
    release: ReleaseState = await looking.then.state(releases, release_id)
    permit_id = release.recipe.permit_id if release.recipe else ""
    permit: PermitState = await looking.then.state(permits, permit_id)
    about_her: set[str] = set()
    found: list[Notice] = []
    for entry in await looking.then.history(releases, release_id):
        code: NoticeCode | None = None
        match entry.event:
            case happened.ReleaseDelivered():
                code = NoticeCode.DATA_USED
            case happened.ReleaseRecalled():
                code = NoticeCode.PACKAGE_RECALLED
            case happened.RemovalNotified(notice_id=notice, citizens=people) if people & selves:
                about_her.add(notice)
                code = NoticeCode.REMOVAL_NOTIFIED
            case happened.RemovalConfirmed(notice_id=notice) if notice in about_her:
                code = NoticeCode.REMOVAL_CONFIRMED
        if code is not None:
            found.append(
                Notice(
                    code=code,
                    at=entry.event.at,
                    position=entry.position,
                    release=release_id,
                    permit=permit_id,
                    study=permit.content.study if permit.content else None,
                )
            )
    return found
