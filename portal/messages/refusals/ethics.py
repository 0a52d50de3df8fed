"""Refusals of the ethics committee, its meetings and its reviews."""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "agenda-empty": N_("A meeting needs at least one request on its agenda."),
    "already-accepted": N_("The evidence for this condition was accepted already."),
    "already-decided": N_("The committee has decided on this protocol already."),
    "already-declared": N_("You have declared an interest in this request already."),
    "already-seated": N_("This person has a seat on the committee in those days already."),
    "already-voted": N_("You have voted already. A vote cannot be changed."),
    "attendance-missing": N_("Record who was present before the minutes are approved."),
    "ballot-not-closed": N_("The ballot has to be closed before the opinion is delivered."),
    "ballot-not-open": N_("No ballot is open on this request."),
    "ballot-open": N_("A ballot on this request is open. It has to be closed first."),
    "committee-full": N_("The committee has as many members as it may have."),
    "composition-incomplete": N_(
        "The committee may not vote, because its composition lacks what is named below."
    ),
    "condition-twice": N_("Two conditions have the same number. Give each its own."),
    "condition-unknown": N_("The opinion has no such condition."),
    "conditions-missing": N_("The committee voted for conditions. Write them down."),
    "conditions-not-decided": N_("The committee voted for no conditions, so none can be set."),
    "decision-not-delivered": N_("The opinion of the last ballot has to be delivered first."),
    "evidence-missing": N_(
        "There is no evidence for this condition yet. It has to be submitted first."
    ),
    "meeting-exists": N_("This meeting is convened already."),
    "meeting-over": N_("The minutes of this meeting are approved, so it cannot vote any more."),
    "meeting-unknown": N_("There is no such meeting. Convene it first."),
    "member-interested": N_(
        "You have declared an interest in this request, so you take no part in the vote."
    ),
    "member-not-present": N_(
        "Only those who are present at the meeting vote. You are not on its list."
    ),
    "minutes-approved": N_("The minutes of this meeting are approved and cannot change."),
    "minutes-empty": N_("The minutes are empty. Write them first."),
    "no-quorum": N_("Too few members are present for a ballot."),
    "no-vote": N_("You have a voice in this committee, and no vote."),
    "no-votes": N_("Nobody has voted yet, so the ballot cannot be closed."),
    "nobody-present": N_("Name at least one person who is present."),
    "not-a-seat": N_("The committee has no such seat. Choose member, chair or secretary."),
    "not-on-agenda": N_("This request is not on the agenda of that meeting."),
    "not-seated": N_("This person does not sit on the committee on that day."),
    "nothing-to-suspend": N_("There is no favourable opinion to suspend."),
    "request-not-sent": N_("The access body has not sent this request to the committee."),
    "review-exists": N_("The review of this request is assigned already."),
    "review-unknown": N_("The review of this request is not assigned yet."),
    "seat-taken": N_("Somebody else is chair or secretary in those days."),
    "term-ends-before-it-begins": N_(
        "The last day of the seat is before its first one. Check both."
    ),
}
