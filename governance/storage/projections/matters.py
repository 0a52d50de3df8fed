"""Where every request, review, meeting, permit, release and dataset stands, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.lives import access_requests, datasets, permits, releases
from governance.lives.ethics import meetings, reviews
from governance.storage import driver, ledger
from governance.storage.driver import Session
from governance.storage.ledger import Recorded
from governance.storage.tables.matters import MatterRow, PartRow
from governance.vocabulary.matters import Part
from governance.vocabulary.people import SubjectId

LIVES: dict[str, Any] = {
    life.NAME: life for life in (access_requests, reviews, meetings, permits, releases, datasets)
}
STANDS = (
    "INSERT INTO matters (life, key, first, status, due, belongs_to) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (life, key) DO UPDATE SET "
    "status = excluded.status, due = excluded.due, belongs_to = excluded.belongs_to"
)


@dataclass(frozen=True, slots=True)
class _Stands:
    status: str
    due: date | None = None
    belongs_to: str | None = None
    parts: frozenset[tuple[Part, SubjectId]] = frozenset()


async def project(session: Session, recorded: Sequence[Recorded]) -> None:
    """Fold anew whatever these entries touched: such streams are short."""
    touched = [entry.stream for entry in recorded if entry.stream.partition("/")[0] in LIVES]
    if not touched:
        return
    found = await ledger.read(session, touched)
    rows: list[tuple[Any, ...]] = []
    parts: list[tuple[str, ...]] = []
    for stream, history in found.items():
        name, _, key = stream.partition("/")
        stands = _Stands("")
        everybody: set[tuple[Part, SubjectId]] = set()
        state = LIVES[name].EMPTY
        for entry in history:
            state = LIVES[name].evolve(state, entry.event)
            stands = _stands(state)
            everybody |= stands.parts
        due = stands.due.isoformat() if stands.due else None
        rows.append((name, key, history[0].position, stands.status, due, stands.belongs_to))
        for part, person in sorted(everybody):
            parts.append((person, name, part.value, key))
    await driver.run_many(session, STANDS, rows)
    await driver.insert_new(session, PartRow, ("person", "life", "part", "key"), parts)


def _stands(state: Any) -> _Stands:
    match state:
        case access_requests.State():
            return _request(state)
        case reviews.State():
            due = min((condition.due for condition in state.open_conditions), default=None)
            return _Stands(state.status, due)
        case meetings.State():
            held = "held" if state.present else "convened"
            return _Stands("minuted" if state.minuted else held, state.day)
        case permits.State():
            return _permit(state)
        case releases.State():
            return _Stands(state.status, None, state.recipe.permit_id if state.recipe else None)
        case datasets.State():
            return _Stands("retired" if state.retired else "registered")
        case _:
            raise TypeError(f"nobody looks for {type(state).__name__}")


def _request(state: access_requests.State) -> _Stands:
    applicants = [state.applicant] if state.applicant else []
    named = _parts(Part.NAMED, state.named_persons)
    return _Stands(state.status, state.due, None, named | _parts(Part.APPLICANT, applicants))


def _permit(state: permits.State) -> _Stands:
    content = state.content
    if content is None:
        return _Stands(state.status)
    named = _parts(Part.NAMED, content.named_persons)
    everybody = named | _parts(Part.APPLICANT, [content.applicant])
    return _Stands(state.status, state.due, content.request_id, everybody)


def _parts(part: Part, people: Iterable[SubjectId]) -> frozenset[tuple[Part, SubjectId]]:
    return frozenset((part, person) for person in people)


async def clear(session: Session) -> None:
    """Forget all of it."""
    await driver.clear(session, MatterRow, PartRow)


CONTENTS = (
    "SELECT life, key, first, status, due, belongs_to FROM matters ORDER BY life, key",
    "SELECT person, life, part, key FROM parts ORDER BY person, life, part, key",
)
"""Statements that read all of it, for comparing."""
