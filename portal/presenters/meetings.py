"""Meetings and members of the committee in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from governance.views.committee import CommitteeShown
from governance.views.meetings import MeetingShown
from portal.languages import Tongue
from portal.messages.dates import day, since_day
from portal.messages.names import name
from portal.messages.numbers import listed
from portal.presenters.people import named, names_of
from portal.presenters.studies import study_name

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in a list."""

    id: str
    day: str
    status: str
    agenda: str


def line(row: MeetingShown, tongue: Tongue) -> MeetingLine:
    """One row."""
    return MeetingLine(
        id=row.id,
        day=day(tongue, row.day) if row.day else tongue.gettext("A meeting"),
        status=name(tongue, row.status) if row.status else "",
        agenda=listed(tongue, [study_name(one.study) for one in row.agenda or ()]),
    )


def summary(shown: MeetingShown, tongue: Tongue) -> list[Row]:
    """Who was there, whether that was enough, and what was written."""
    said, quorum = tongue.gettext, shown.quorum
    voting = f"{quorum.voting_present}/{quorum.voting}" if quorum else None
    met = (said("met") if quorum.met else said("not met")) if quorum else None
    values: Sequence[tuple[str, str | None]] = (
        (said("Where it stands"), name(tongue, shown.status) if shown.status else None),
        (said("Present"), names_of(shown.attendance, tongue)),
        (said("Quorum"), met),
        (said("Voting members present"), voting),
        (said("Minutes"), shown.minutes),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def agenda(shown: MeetingShown) -> list[tuple[str, str]]:
    """The requests on it: id and study."""
    return [(one.id, study_name(one.study) or one.id) for one in shown.agenda or ()]


def members(shown: CommitteeShown, tongue: Tongue) -> list[Row]:
    """Who sits on it, in which seat, with which expertise, since when."""
    return [
        {
            "key": named(one.person, tongue),
            "value": "; ".join(
                (
                    name(tongue, one.seat),
                    listed(tongue, [name(tongue, it) for it in sorted(one.expertise)]),
                    since_day(tongue, one.since),
                )
            ),
        }
        for one in shown.committee_members or ()
    ]
