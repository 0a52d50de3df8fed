"""What the register holds of a citizen, who may decide for her, and who has read it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from governance.views.actors import Actor
from governance.views.record import ReadOfRecord, RecordShown
from governance.vocabulary.instants import day_of
from portal.languages import Tongue
from portal.messages.dates import day, short_instant
from portal.messages.names import name, name_within
from portal.messages.numbers import listed
from portal.presenters.people import named

Row = dict[str, str]


def details(shown: RecordShown, tongue: Tongue) -> list[Row]:
    """Who she is, as far as the register says and this reader is shown."""
    said = tongue.gettext
    values: Sequence[tuple[str, str | None]] = (
        (said("Name"), " ".join(filter(None, (shown.given_name, shown.family_name)))),
        (said("Born"), day(tongue, shown.birth_date) if shown.birth_date else None),
        (said("Died"), day(tongue, shown.death_date) if shown.death_date else None),
        (said("Municipality"), shown.municipality),
        (said("Language"), name(tongue, shown.language) if shown.language else None),
        (said("Contact"), shown.contact),
        (said("Identifiers"), ", ".join(" ".join(one) for one in shown.identifiers or ())),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def deciders(shown: RecordShown, tongue: Tongue) -> list[str]:
    """Who may decide for her, or could once."""
    past = tongue.gettext("not any more")
    return [
        f"{named(one.person, tongue)} ({name_within(tongue, one.capacity)})"
        + ("" if one.in_force else f": {past}")
        for one in shown.representatives or ()
    ]


def reads(shown: RecordShown, tongue: Tongue) -> list[list[str]]:
    """When, who, and what, the newest first; the same several times on one day is one row."""
    rows = shown.access_log.rows if shown.access_log else ()
    told = [(one, reader(one.by, tongue), _what(one, tongue)) for one in rows]
    found = []
    for (who, what, _), alike in groupby(told, lambda one: (*one[1:], day_of(one[0].at))):
        times = [short_instant(tongue, one.at) for one, _, _ in alike]
        count = tongue.gettext("(%(count)s times)") % {"count": len(times)}
        found.append([times[0], who, f"{what} {count}" if len(times) > 1 else what])
    return found


def reader(actor: Actor, tongue: Tongue) -> str:
    """Her name and her roles; whoever has neither a name here nor a role is somebody."""
    roles = listed(tongue, [name(tongue, role) for role in sorted(actor.roles)])
    known = [actor.person.name, roles]
    return ", ".join(filter(None, known)) or tongue.gettext("somebody")


def _what(one: ReadOfRecord, tongue: Tongue) -> str:
    """What was read, and why or what for where that was said."""
    act = name(tongue, one.act)
    said = act[:1].upper() + act[1:]
    if one.reason:
        said += ". " + tongue.gettext("Reason: %(reason)s") % {"reason": name(tongue, one.reason)}
    if one.purposes:
        purposes = listed(tongue, [name(tongue, one) for one in sorted(one.purposes)])
        said += ". " + tongue.gettext("What for: %(purposes)s") % {"purposes": purposes}
    return said if one.allowed else f"{said} ({tongue.gettext('refused')})"
