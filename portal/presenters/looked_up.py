"""One citizen as the data protection officer sees her, part by part, in words."""

from __future__ import annotations

from dataclasses import dataclass

from governance.views.looked_up import LookedUp
from portal.languages import Tongue
from portal.messages.names import name
from portal.presenters.citizen import history, overview, record
from portal.presenters.citizen.history import Line
from portal.presenters.citizen.record import Row
from portal.presenters.citizen.uses import UseLine, used
from portal.presenters.pictures.consents import Overview
from portal.presenters.pictures.consents import overview as at_one_look


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that was found; what is not this reader's to see is empty."""

    details: list[Row]
    deciders: list[str]
    picture: Overview | None
    switches: list[Row]
    said: tuple[Line, ...]
    uses: tuple[UseLine, ...]
    reads: list[list[str]]
    cut: bool
    """Whether of something only the newest are shown."""


def seen(found: LookedUp, tongue: Tongue) -> Seen:
    """The whole look."""
    consents = found.consents
    said = history.lines(consents.acts if consents else None, tongue)
    uses = used(found.uses, tongue, own=False) if found.uses else None
    log = found.record.access_log
    lists = [one for one in (said, uses, log) if one is not None]
    return Seen(
        details=record.details(found.record, tongue),
        deciders=record.deciders(found.record, tongue),
        picture=_picture(found, tongue),
        switches=_switches(found, tongue),
        said=said.rows,
        uses=uses.rows if uses else (),
        reads=record.reads(found.record, tongue),
        cut=any(one.total > len(one.rows) for one in lists),
    )


def _picture(found: LookedUp, tongue: Tongue) -> Overview | None:
    consents = found.consents
    if consents is None or consents.cells is None:
        return None
    opted_out = consents.opt_out is not None and consents.opt_out.on
    bands = overview.bands(consents.cells, tongue, opted_out=opted_out)
    return at_one_look(bands, tongue, opted_out=opted_out)


def _switches(found: LookedUp, tongue: Tongue) -> list[Row]:
    said, consents = tongue.gettext, found.consents
    if consents is None:
        return []
    yes, no = said("Yes"), said("No")
    reach = (
        name(tongue, consents.reach) if consents.reach else said("Not answered: nothing leaves.")
    )
    rows = [{"key": said("How far the data may go"), "value": reach}]
    for label, switch in (
        (said("Opted out of all uses beyond care"), consents.opt_out),
        (said("A minor's own no"), consents.minor_refusal),
    ):
        if switch is not None:
            rows.append({"key": label, "value": yes if switch.on else no})
    return rows
