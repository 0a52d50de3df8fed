"""For whom something is worded: a citizen reads other words than those who work here."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from governance.vocabulary.people import Role


class Audience(StrEnum):
    """Who reads. It chooses words, never what may be read."""

    CITIZEN = "citizen"
    STAFF = "staff"


def audience_of(roles: Iterable[Role]) -> Audience:
    """A citizen, unless she works here too. Pages for citizens name their audience themselves."""
    at_work = set(roles) - {Role.CITIZEN, Role.PUBLIC}
    return Audience.STAFF if at_work else Audience.CITIZEN
