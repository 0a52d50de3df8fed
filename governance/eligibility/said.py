"""What one citizen has said, and what makes it count at an instant: for showing it to her."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from governance.eligibility.asked import context_of
from governance.eligibility.asking import Sheets, majors_in_force, sheets_known
from governance.eligibility.reader import Reader
from governance.eligibility.streams import acts_of, everything_said, person_of, whole_entry
from governance.lives.consents.standing import Context
from governance.lives.consents.state import State
from governance.storage.ledger import Recorded
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class Said:
    """Her acts, her merged duplicates' among them, and the context in which they are judged."""

    acts: tuple[Recorded, ...]
    state: State
    context: Context
    sheets: Sheets


async def said_by(reader: Reader, who: SubjectId, at: datetime) -> Said:
    """Everything that ``reader`` knows of, judged as of that time."""
    known = await whole_entry(reader, who)
    sheets = await sheets_known(reader)
    person = person_of(who, known, day_of(at))
    return Said(
        acts=tuple(await acts_of(reader, who, known)),
        state=await everything_said(reader, who, known),
        context=context_of(person, at, majors_in_force(sheets, at)),
        sheets=sheets,
    )
