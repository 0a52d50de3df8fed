"""How far the work of others has come: reviews, meetings and conditions."""

from __future__ import annotations

from governance.views.conditions import ConditionStatus
from governance.views.meetings import MeetingStatus
from governance.views.review_lists import Pile
from governance.views.review_rows import ReviewStage
from portal.languages import N_

STAGES: dict[ReviewStage, str] = {
    ReviewStage.NOT_ASSIGNED: N_("Waiting to be assigned"),
    ReviewStage.ASSIGNED: N_("Waiting for a meeting"),
    ReviewStage.ON_AGENDA: N_("On the agenda of a meeting"),
    ReviewStage.BALLOT_OPEN: N_("Being voted on"),
    ReviewStage.DECISION_DUE: N_("Voted; the opinion has to be delivered"),
    ReviewStage.MINUTES_DUE: N_("Opinion delivered; the minutes have to be approved"),
    ReviewStage.DELIVERED: N_("Opinion in effect"),
    ReviewStage.PROTOCOL_CHANGED: N_("The protocol changed after the opinion"),
}

PILES: dict[Pile, str] = {
    Pile.WAITING: N_("Waiting for the committee"),
    Pile.CONDITIONS: N_("With conditions to be met"),
    Pile.DECIDED: N_("With an opinion"),
}

MEETING_STATUSES: dict[MeetingStatus, str] = {
    MeetingStatus.CONVENED: N_("Convened"),
    MeetingStatus.HELD: N_("Held"),
    MeetingStatus.MINUTED: N_("Minutes approved"),
}

CONDITION_STATUSES: dict[ConditionStatus, str] = {
    ConditionStatus.OPEN: N_("Evidence is missing"),
    ConditionStatus.SUBMITTED: N_("Evidence waits to be accepted"),
    ConditionStatus.MET: N_("Met"),
}
