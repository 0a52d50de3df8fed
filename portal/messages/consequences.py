"""What an act would change, what became of records in a package, and how soon something is due."""

from __future__ import annotations

from governance.views.foreseen import ChangeOfPermit, ChangeOfRelease
from governance.views.request_lists import Due
from governance.views.uses import RemovalStatus
from portal.languages import N_

CHANGES_OF_PERMITS: dict[ChangeOfPermit, str] = {
    ChangeOfPermit.WOULD_STOP: N_("Your data would not be used any more"),
    ChangeOfPermit.PARTLY_STOPS: N_("Some uses would stop, others would go on"),
    ChangeOfPermit.GOES_ON: N_("Your data could still be used"),
    ChangeOfPermit.WOULD_BEGIN: N_("Your data could be used from then on"),
    ChangeOfPermit.NOTHING_LEAVES: N_("Your data are not used, now or then"),
}

CHANGES_OF_RELEASES: dict[ChangeOfRelease, str] = {
    ChangeOfRelease.STAYS: N_("Already released; that was lawful and stays so"),
    ChangeOfRelease.REMOVAL_WILL_BE_SENT: N_("A removal notice will be sent"),
    ChangeOfRelease.REMOVAL_WAS_SENT: N_("A removal notice was sent already"),
    ChangeOfRelease.CANNOT_BE_RECALLED: N_(
        "What was already computed from the data cannot be undone"
    ),
}

REMOVALS: dict[RemovalStatus, str] = {
    RemovalStatus.NOT_NEEDED: N_("No removal is needed"),
    RemovalStatus.DUE: N_("A removal notice goes out soon"),
    RemovalStatus.NOTIFIED: N_("A removal notice was sent"),
    RemovalStatus.CONFIRMED: N_("The removal was confirmed"),
    RemovalStatus.RECALLED: N_("All the data were asked back"),
}

DUES: dict[Due, str] = {
    Due.OVERDUE: N_("Late"),
    Due.WITHIN_A_WEEK: N_("Due within a week"),
    Due.WITHIN_A_MONTH: N_("Due within a month"),
}
