"""The sessions of somebody, as a page lists them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.service.web_state import Live
from portal.languages import Tongue
from portal.messages.dates import short_instant


@dataclass(frozen=True, slots=True)
class Browser:
    """One session: in which browser, since when, and whether it is the one she looks with."""

    handle: str
    name: str
    times: str
    """Since when, and when it was used last."""
    last_seen: datetime
    is_this: bool


def browsers(found: Sequence[Live], *, this: Live, tongue: Tongue) -> list[Browser]:
    """This session first, then the others, the one used last first."""
    listed = [
        Browser(
            handle=live.session.handle,
            name=live.session.browser or tongue.gettext("Unknown browser"),
            times=_times(live, tongue),
            last_seen=live.session.last_seen,
            is_this=live.session.handle == this.session.handle,
        )
        for live in found
    ]
    return sorted(listed, key=lambda one: (not one.is_this, -one.last_seen.timestamp()))


def _times(live: Live, tongue: Tongue) -> str:
    told = {
        "since": short_instant(tongue, live.session.created),
        "last": short_instant(tongue, live.session.last_seen),
    }
    return tongue.gettext("Signed in: %(since)s. Last used: %(last)s.") % told
