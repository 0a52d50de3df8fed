"""Notices of reads of a citizen's record by others, from the access log."""

from __future__ import annotations

from governance.eligibility.streams import whole_entry
from governance.storage import access_log
from governance.views.actors import actors_of
from governance.views.noticed import Notice, NoticeCode
from governance.views.question import Looking
from governance.views.record import things_of
from governance.vocabulary.people import SubjectId


async def reads(
    looking: Looking, who: SubjectId, limit: int, *, oldest_first: bool
) -> tuple[list[Notice], int]:
    """So many of the newest reads by others than herself and the asker, or of the oldest, and how
    many there are.
    """
    known = await whole_entry(looking.then, who)
    selves = {who, *known.duplicates}
    found, total = await access_log.reads_of(
        looking.now.session,
        things_of(selves),
        until=looking.instant.time,
        besides=selves | {looking.by.subject},
        limit=limit,
        oldest_first=oldest_first,
    )
    actors = await actors_of(looking, ((one.reader, one.at) for one in found))
    notices = [
        Notice(
            code=NoticeCode.RECORD_READ,
            at=one.at,
            by=actors[one.reader, one.at],
            act=one.act,
            allowed=one.allowed,
        )
        for one in found
    ]
    return notices, total
