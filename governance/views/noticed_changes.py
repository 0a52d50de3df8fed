"""Notices of what others recorded in a citizen's streams."""

from __future__ import annotations

from governance.eligibility.streams import whole_entry
from governance.lives import citizens, consents
from governance.lives.citizens import events as entered
from governance.lives.consents import events as said
from governance.storage.ledger import Recorded
from governance.views.actors import actors_of
from governance.views.noticed import Notice, NoticeCode
from governance.views.people import people_of
from governance.views.question import Looking
from governance.vocabulary.entries import Event
from governance.vocabulary.people import SubjectId

NOTICED: dict[type[Event], NoticeCode] = {
    entered.CitizenRegistered: NoticeCode.RECORD_CHANGED,
    entered.DetailsCorrected: NoticeCode.RECORD_CHANGED,
    entered.DeathRecorded: NoticeCode.RECORD_CHANGED,
    entered.DuplicateJoined: NoticeCode.RECORD_CHANGED,
    entered.KinshipDeclared: NoticeCode.KINSHIP_CHANGED,
    entered.KinshipEnded: NoticeCode.KINSHIP_CHANGED,
    entered.ProtectionRecorded: NoticeCode.PROTECTION_CHANGED,
    entered.ProtectionLifted: NoticeCode.PROTECTION_CHANGED,
    entered.RepresentativeAppointed: NoticeCode.REPRESENTATION_BEGUN,
    said.ChoiceRecorded: NoticeCode.CHOICE_RECORDED,
    said.StudyAnswered: NoticeCode.CHOICE_RECORDED,
    said.EverythingWithdrawn: NoticeCode.CHOICE_RECORDED,
    said.ReachSet: NoticeCode.CHOICE_RECORDED,
    said.OptedOut: NoticeCode.CHOICE_RECORDED,
    said.OptOutLifted: NoticeCode.CHOICE_RECORDED,
    said.MinorRefused: NoticeCode.OWN_REFUSAL_RECORDED,
    said.MinorRefusalLifted: NoticeCode.OWN_REFUSAL_RECORDED,
}
"""What each event is to her; that something was noted by the clock is nothing to her."""


async def changes(looking: Looking, who: SubjectId) -> list[Notice]:
    """Everything that somebody else recorded about her, or for her."""
    known = await whole_entry(looking.then, who)
    selves = (who, *sorted(known.duplicates))
    streams = [f"{life.NAME}/{one}" for life in (citizens, consents) for one in selves]
    histories = await looking.then.histories(streams)
    entries = [
        entry
        for history in histories.values()
        for entry in history
        if type(entry.event) in NOTICED and entry.event.by not in selves
    ]
    actors = await actors_of(looking, ((one.event.by, one.event.at) for one in entries))
    appointed = [e.event for e in entries if isinstance(e.event, entered.RepresentativeAppointed)]
    people = await people_of(looking, (event.representative for event in appointed))

    def notice(entry: Recorded) -> Notice:
        event = entry.event
        begun = event if isinstance(event, entered.RepresentativeAppointed) else None
        return Notice(
            code=NOTICED[type(event)],
            at=event.at,
            position=entry.position,
            by=actors[event.by, event.at],
            entry=event.CODE,
            person=people[begun.representative] if begun else None,
            capacity=begun.capacity if begun else None,
            day=begun.since if begun else None,
        )

    return [notice(entry) for entry in entries]
