"""Reviews of the committee in words, as far as this reader is shown them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from governance.views.review_rows import ReviewRow
from governance.views.reviews import ReviewShown
from portal.languages import Tongue
from portal.messages.dates import day
from portal.messages.names import name
from portal.presenters.people import named, names_of
from portal.presenters.studies import study_name

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review in a list."""

    id: str
    study: str
    stage: str
    due: str
    overdue: bool
    mine: str
    """What she has done already: declared an interest, voted."""


def line(row: ReviewRow, tongue: Tongue) -> ReviewLine:
    """One row."""
    mine = ""
    if row.own_interest:
        mine = tongue.gettext("You declared an interest")
    elif row.own_vote_cast:
        mine = tongue.gettext("Your vote is in")
    return ReviewLine(
        id=row.id,
        study=study_name(row.study) or tongue.gettext("A request"),
        stage=name(tongue, row.stage) if row.stage else "",
        due=day(tongue, row.deliver_by) if row.deliver_by else "",
        overdue=bool(row.overdue),
        mine=mine,
    )


def summary(shown: ReviewShown, tongue: Tongue) -> list[Row]:
    """How the review stands."""
    said, row = tongue.gettext, line(shown, tongue)
    interests = [
        f"{one.member.name or ''} ({name(tongue, one.ground)})" for one in shown.interested or ()
    ]
    voted = None if shown.voted_count is None else str(shown.voted_count)
    tally = [f"{name(tongue, vote)}: {count}" for vote, count in (shown.tally or {}).items()]
    values: Sequence[tuple[str, str | None]] = (
        (said("Stage"), row.stage),
        (said("You"), row.mine),
        (said("Rapporteur"), shown.rapporteur.name if shown.rapporteur else None),
        (said("Opinion due by"), row.due),
        (said("Interests declared"), "; ".join(interests)),
        (said("Present"), names_of(shown.attendance, tongue)),
        (said("Votes cast"), voted),
        (said("Votes"), "; ".join(tally)),
        (said("Outcome"), name(tongue, shown.outcome) if shown.outcome else None),
        (said("Reasons"), shown.decision_text),
        (said("Minutes"), shown.minutes),
        (said("Suspended"), shown.suspended.reason if shown.suspended else None),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def conditions(shown: ReviewShown, tongue: Tongue) -> list[Row]:
    """What has to be met, by when, and how it stands."""
    return [
        {
            "key": tongue.gettext("Condition %(n)s") % {"n": one.number},
            "value": "; ".join(
                filter(
                    None,
                    (
                        name(tongue, one.status),
                        tongue.gettext("due: %(day)s") % {"day": day(tongue, one.due)},
                        one.owner.name,
                    ),
                )
            ),
        }
        for one in shown.conditions or ()
    ]


def votes(shown: ReviewShown, tongue: Tongue) -> list[Row]:
    """Who voted how, once the ballot is closed."""
    return [
        {"key": named(one.member, tongue), "value": name(tongue, one.vote)}
        for one in shown.votes or ()
    ]
