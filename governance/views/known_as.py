"""A citizen by what an issuer calls her, as partners and other registers know her."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.eligibility.streams import survivor_of
from governance.lives import citizens
from governance.storage.access_log import Opened
from governance.storage.people import resolve_all
from governance.views.question import Looking, Question
from governance.views.record import CitizenRecord, RecordShown
from governance.vocabulary.acts import Act


@dataclass(frozen=True, slots=True)
class CitizenKnownAs(Question[RecordShown]):
    """The record of whoever bears this identifier.

    That nobody bears it, and that she is not this reader's to see, are one answer.
    """

    ACT: ClassVar[Act] = Act.READ_CITIZEN_RECORD
    ABOUT: ClassVar[str] = citizens.NAME
    EACH: ClassVar[bool] = True
    issuer: str
    identifier: str

    async def answer(self, looking: Looking) -> RecordShown | None:
        """Judged and logged as a question about her, once it is known whom it means."""
        name = (self.issuer, self.identifier)
        who = (await resolve_all(looking.now.session, [name])).get(name)
        if who is None:
            return None
        meant = await survivor_of(looking.now, who)
        about = (self.ABOUT, meant)
        verdict = await looking.verdict_on(self.ACT, about)
        looking.opened.append(Opened("/".join(about), verdict))
        return await CitizenRecord(meant).answer(looking) if verdict.allowed else None
