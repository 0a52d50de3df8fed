"""The way of a request through time: a lane for each who has it, today, and what falls due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.languages import N_, Tongue
from portal.messages.dates import day as in_words
from portal.messages.dates import from_to, period, since_day
from portal.presenters.pictures.scale import LEFT, RIGHT, Scale
from portal.presenters.pictures.sheet import Legend, Line, Sheet, legend, written
from portal.presenters.pictures.turns import Stretch, Turn

THINNEST = 5
"""The least width of a stretch."""
BAR, GAP = 20, 14
Deadline = tuple[str, date]
"""What falls due, in words, and its day."""
LANES = {
    Turn.RESEARCHER: N_("Whoever asks"),
    Turn.ACCESS_BODY: N_("Access body"),
    Turn.COMMITTEE: N_("Ethics committee"),
}
NOW, DONE = N_("Now"), N_("Finished")


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch as it is drawn; ``kind`` is ``done`` or ``now``."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Lane:
    """Everything that lay with one of the three."""

    lines: Sequence[Line]
    y: float
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that stands out: a line down through the lanes; ``kind`` is that of the legend."""

    kind: str
    x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Way(Sheet):
    """The picture, as ``way`` draws it."""

    lanes: Sequence[Lane]
    marks: Sequence[Mark]
    legend: Sequence[Legend]
    left: float = LEFT
    right: float = RIGHT
    bar: float = BAR


def way(
    stretches: Sequence[Stretch],
    tongue: Tongue,
    *,
    today: date,
    deadline: Deadline | None = None,
) -> Way | None:
    """The picture of these stretches; None where nothing has happened.

    A deadline counts only while somebody still has the request.
    """
    if not stretches:
        return None
    due = deadline if stretches[-1].last is None else None
    begun, last = stretches[0].first, stretches[-1].last or today
    days = [day for one in stretches for day in (one.first, one.last or today)]
    scale = Scale.of(days + ([due[1]] if due else []))
    lanes, foot = _lanes(stretches, tongue, scale, today)
    marked = [("begun", begun), ("now-line" if stretches[-1].last is None else "ended", last)]
    marked += [("due", due[1])] if due else []
    signs, height = legend(_meanings(stretches, tongue, begun, last, due), foot + GAP)
    return Way(
        name="way",
        title=tongue.gettext("Who has had this request, and when"),
        summary=_summary(stretches, due, tongue),
        height=height,
        head=[tongue.gettext(words) for words in (N_("Who had it"), N_("When"), N_("How long"))],
        rows=[*_rows(stretches, tongue, today), *_due_row(due, tongue)],
        lanes=lanes,
        marks=[Mark(kind, scale.place(day)) for kind, day in marked],
        legend=signs,
    )


def _meanings(
    stretches: Sequence[Stretch],
    tongue: Tongue,
    begun: date,
    last: date,
    due: Deadline | None,
) -> list[tuple[str, str]]:
    """What each way of drawing means, as far as it is there."""
    under_way = stretches[-1].last is None
    kinds = [("done", tongue.gettext(DONE))] if any(one.last for one in stretches) else []
    kinds += [("now", tongue.gettext(NOW))] if under_way else []
    kinds.append(("begun", _dated(tongue, N_("Begun: {day}"), begun)))
    if under_way:
        kinds.append(("now-line", _dated(tongue, N_("Today: {day}"), last)))
    else:
        kinds.append(("ended", _dated(tongue, N_("Ended: {day}"), last)))
    return [*kinds, *([("due", _due(due, tongue))] if due else [])]


def _dated(tongue: Tongue, words: str, day: date) -> str:
    return tongue.gettext(words).format(day=in_words(tongue, day))


def _due(due: Deadline, tongue: Tongue) -> str:
    return f"{due[0]}: {in_words(tongue, due[1])}"


def _lanes(
    stretches: Sequence[Stretch], tongue: Tongue, scale: Scale, today: date
) -> tuple[list[Lane], float]:
    lanes, top = [], 0.0
    for turn, words in LANES.items():
        own = [one for one in stretches if one.turn is turn]
        length = period(tongue, sum(one.days(today) for one in own), "days")
        said = tongue.gettext(words)
        lines, foot = written(f"{said}: {length}" if own else said, top)
        bars = [_bar(one, scale, today) for one in own]
        lanes.append(Lane(lines, foot, bars))
        top = foot + BAR + GAP
    return lanes, top - GAP + 6


def _bar(one: Stretch, scale: Scale, today: date) -> Bar:
    begin, end = scale.place(one.first), scale.place(one.last or today)
    width = max(end - begin, THINNEST)
    return Bar("done" if one.last else "now", min(begin, RIGHT - width), width)


def _summary(stretches: Sequence[Stretch], due: Deadline | None, tongue: Tongue) -> str:
    """Who has it now, and what falls due."""
    last = stretches[-1]
    now = tongue.gettext(LANES[last.turn]) if last.last is None else None
    said = [tongue.gettext("It lies now with: {who}.").format(who=now)] if now else []
    said += [] if now else [tongue.gettext("Its way has ended.")]
    said += [f"{_due(due, tongue)}."] if due else []
    return " ".join(said)


def _rows(stretches: Sequence[Stretch], tongue: Tongue, today: date) -> list[list[str]]:
    return [
        [
            tongue.gettext(LANES[one.turn]),
            from_to(tongue, one.first, one.last) if one.last else since_day(tongue, one.first),
            period(tongue, one.days(today), "days"),
        ]
        for one in stretches
    ]


def _due_row(due: Deadline | None, tongue: Tongue) -> list[list[str]]:
    return [[due[0], in_words(tongue, due[1]), ""]] if due else []
