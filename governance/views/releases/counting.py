"""How many: what may be told of a release in numbers, and of whom it tells too much."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from governance.lives.releases.events import RemovalConfirmed, RemovalNotified
from governance.lives.releases.state import State
from governance.lives.releases.words import Recipe, ReleaseStatus
from governance.policy.visibility.small_counts import shown_count, shown_parts
from governance.storage.ledger import Recorded
from governance.storage.release_counts import ReleaseCounts
from governance.views.releases.shown import NoticeShown, PreviewShown

JUDGED = frozenset({ReleaseStatus.DELIVERED, ReleaseStatus.WITHHELD, ReleaseStatus.RECALLED})
"""Where a release has been counted."""


def counted(
    state: State, recipe: Recipe, counts: ReleaseCounts | None, *, exact: bool
) -> dict[str, Any]:
    """The fields that count people or cells; small ones, and their complements, only as exact."""
    preview = preview_of(recipe.preview_considered, recipe.preview_allowed, exact=exact)
    people, removed = state.people, state.removed_in_last_pass
    told: dict[str, Any] = {
        "preview": preview,
        "people": told_count(people, exact=exact),
        "removed_in_last_pass": told_count(removed, exact=exact),
    }
    if counts is None or state.status not in JUDGED:
        return told
    whole = preview_of(counts.considered, counts.included, exact=exact)
    return told | {
        "considered": whole.considered,
        "left_out": whole.left_out,
        "counts_by_rule": dict(counts.by_rule),
        "cells_blanked": blanked(counts.blanked, exact=exact),
    }


def preview_of(considered: int, included: int, *, exact: bool) -> PreviewShown:
    """How many would be in and out. Where a part is small nothing is told, not even the total:
    elsewhere stands how many were in."""
    out = considered - included
    if exact:
        return PreviewShown(considered, included, out)
    parts = shown_parts({True: included, False: out})
    if parts.total is None or None in parts.parts.values():
        return PreviewShown(None, None, None)
    return PreviewShown(considered, included, out)


def told_count(people: int | None, *, exact: bool) -> int | None:
    """One count that stands alone."""
    return people if exact or people is None else shown_count(people)


def blanked(cells: int | None, *, exact: bool) -> int | None:
    """As the manifest tells it: none at all, or ten and more."""
    return cells if exact or not cells else shown_count(cells)


def notices_of(history: Iterable[Recorded], *, exact: bool) -> tuple[NoticeShown, ...]:
    """Removal notices in the order in which they went out."""
    sent: dict[str, tuple[datetime, int]] = {}
    confirmed: dict[str, datetime] = {}
    for entry in history:
        match entry.event:
            case RemovalNotified(notice_id=notice, at=at, citizens=citizens):
                sent[notice] = (at, len(citizens))
            case RemovalConfirmed(notice_id=notice, at=at):
                confirmed[notice] = at
    return tuple(
        NoticeShown(notice, at, told_count(people, exact=exact), confirmed.get(notice))
        for notice, (at, people) in sent.items()
    )
