"""What a citizen should hear of: uses of her data, and what others did to or read of her record.

Nothing of it is stored: every notice follows from the ledger, the calendar, or the access log.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.lives import consents
from governance.policy.visibility_facts import View
from governance.views.citizen import OfCitizen
from governance.views.noticed import CONCERNS, Notice, NoticeCode
from governance.views.noticed_changes import changes
from governance.views.noticed_dates import dates
from governance.views.noticed_reads import reads
from governance.views.noticed_uses import uses
from governance.views.paging import FIRST, Page, Paged
from governance.views.question import Looking
from governance.views.standing import recorded_by_then
from governance.vocabulary.matters import Order

EVERYTHING = frozenset(NoticeCode)


@dataclass(frozen=True, slots=True)
class Notices(OfCitizen[Paged[Notice]]):
    """One list, the newest first or the oldest; of everything, or of some kinds."""

    ABOUT: ClassVar[str] = consents.NAME
    page: Page = FIRST
    codes: frozenset[NoticeCode] = EVERYTHING

    async def answer(self, looking: Looking) -> Paged[Notice] | None:
        """Each kind is there for whoever is shown the field that it tells of."""
        meant = await self.meant(looking)
        if meant is None:
            return None
        seen = {view: await looking.sees(view, meant.about) for view in View}
        told = frozenset(c for c in NoticeCode if CONCERNS[c][1] in seen[CONCERNS[c][0]])
        if not told:
            return None
        told &= self.codes
        looking = await recorded_by_then(looking)
        hers = await changes(looking, meant.who)
        hers += await dates(looking, meant.who)
        if any(CONCERNS[code][0] is View.USES for code in told):
            hers += await uses(looking, meant.who)
        hers = [notice for notice in hers if notice.code in told]
        read: list[Notice] = []
        total, oldest_first = 0, self.page.order is Order.OLDEST_FIRST
        end = self.page.offset + self.page.limit
        if NoticeCode.RECORD_READ in told:
            read, total = await reads(looking, meant.who, end, oldest_first=oldest_first)
        mixed = (*read, *reversed(hers)) if oldest_first else (*hers, *read)
        everything = sorted(mixed, key=Notice.age, reverse=not oldest_first)
        rows = everything[self.page.offset : end]
        return Paged(tuple(rows), len(hers) + total, self.page)
