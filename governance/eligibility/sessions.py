"""What a meeting of the committee could decide on its day: quorum, composition, who presides."""

from __future__ import annotations

from dataclasses import dataclass

from governance.eligibility.reader import Reader
from governance.lives.ethics import committee, meetings
from governance.lives.ethics.committee import Expertise
from governance.lives.programme import switches
from governance.vocabulary.people import Role, SubjectId
from governance.vocabulary.switches import QuorumRule, Switch


@dataclass(frozen=True, slots=True)
class Session:
    """The committee as it sits on the day of one meeting."""

    rule: QuorumRule
    quorum: bool
    """By who is present, against who sits."""
    voting: frozenset[SubjectId]
    chair: SubjectId | None
    secretary: SubjectId | None
    gaps: tuple[str, ...]
    """What the composition lacks (RD 1090/2015 15.1)."""


async def session_of(reader: Reader, meeting: meetings.State) -> Session:
    """The session that a meeting is. Raises ValueError for a meeting that nobody convened."""
    day = meeting.day
    if day is None:
        raise ValueError("a meeting that nobody convened")
    seats: committee.State = await reader.state(committee, committee.STREAM)
    board: switches.State = await reader.state(switches, switches.STREAM)
    rule = QuorumRule(board.value_of(Switch.QUORUM))
    voting, chair = seats.voting(day), seats.holder_of(Role.CHAIR, day)
    secretary = seats.holder_of(Role.SECRETARY, day)
    lay = frozenset(m.person for m in seats.sitting(day) if Expertise.LAY in m.expertise)
    quorum = meetings.quorate(
        rule, meeting.present, voting=voting, chair=chair, secretary=secretary, lay=lay
    )
    return Session(rule, quorum, voting, chair, secretary, seats.gaps(day))
