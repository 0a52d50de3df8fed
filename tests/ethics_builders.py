"""A committee, its meetings and reviews, that walked real commands: ``a_review().decided()``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Self

from governance.lives.ethics import committee, meetings
from governance.lives.ethics.committee import Expertise
from governance.lives.ethics.reviews import commands as review
from governance.lives.ethics.reviews.words import Condition, InterestGround, Vote
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Role, SubjectId
from tests.builders import Walk, an_id, person
from tests.request_builders import APPLICANT, REQUEST, WHY

CHAIR, SECRETARY = person(50), person(51)
MEMBERS = tuple(person(60 + number) for number in range(9))
SINCE, FIRST_DAY, LAST_DAY = date(2024, 1, 1), date(2026, 10, 5), date(2028, 1, 1)
MEETING, NEXT_MEETING = an_id(210), an_id(211)
EXPERTISE = (
    Expertise.CLINICAL_PHARMACOLOGIST,
    Expertise.HOSPITAL_PHARMACIST,
    Expertise.PRIMARY_CARE_PHARMACIST,
    Expertise.NURSE,
    Expertise.LAY,
    Expertise.LAWYER,
    Expertise.BIOETHICS,
    Expertise.DATA_PROTECTION,
    Expertise.PHYSICIAN,
)


def an_appointment(
    who: SubjectId,
    seat: Role = Role.MEMBER,
    *expertise: Expertise,
    since: date = SINCE,
    until: date | None = None,
) -> committee.AppointMember:
    """The command that gives somebody a seat."""
    return committee.AppointMember(
        person=who, seat=seat, expertise=frozenset(expertise), since=since, until=until
    )


def a_committee() -> Walk:
    """Ten with a vote, the chair among them, a secretary, and nothing lacking."""
    walk = Walk().having(an_appointment(CHAIR, Role.CHAIR, Expertise.PHYSICIAN))
    walk = walk.having(an_appointment(SECRETARY, Role.SECRETARY))
    for who, expertise in zip(MEMBERS, EXPERTISE, strict=True):
        walk = walk.having(an_appointment(who, Role.MEMBER, expertise))
    return walk


CONVENE = meetings.ConveneMeeting(meeting_id=MEETING, day=FIRST_DAY, agenda=frozenset({REQUEST}))
ATTEND = meetings.RecordAttendance(
    meeting_id=MEETING, present=frozenset({CHAIR, SECRETARY, *MEMBERS})
)
MINUTES = meetings.ApproveMinutes(meeting_id=MEETING, minutes=text("all was considered"))


def a_meeting() -> Walk:
    """A meeting that was convened, with everybody there."""
    return Walk().having(CONVENE).having(ATTEND)


SENT = review.AssignFacts(sent=True)
IN_SESSION = review.BallotFacts(
    on_agenda=True, quorum=True, composition_gaps=(), minuted=False, chair=CHAIR
)
MAY_VOTE = review.VoteFacts(present=True, has_vote=True)
CONDITION = Condition(number=1, owner=APPLICANT, due=date(2027, 1, 31))
ASSIGN = review.AssignReview(request_id=REQUEST, rapporteur=MEMBERS[0])
OPEN = review.OpenBallot(request_id=REQUEST, meeting_id=MEETING)
OPEN_NEXT = replace(OPEN, meeting_id=NEXT_MEETING)
CLOSE = review.CloseBallot(request_id=REQUEST)
DECLARE = review.DeclareInterest(request_id=REQUEST, ground=InterestGround.KINSHIP)
DELIVER = review.DeliverDecision(request_id=REQUEST, conditions=(), reasons=WHY)
DELIVER_CONDITIONS = replace(DELIVER, conditions=(CONDITION,))
SUBMIT = review.SubmitEvidence(request_id=REQUEST, condition=1, evidence=text("the contract"))
ACCEPT = review.AcceptEvidence(request_id=REQUEST, condition=1)
MODIFY = review.ModifyProtocol(request_id=REQUEST, changes=WHY)
SUSPEND = review.SuspendDecision(request_id=REQUEST, reason=WHY)


def a_vote(vote: Vote) -> review.CastVote:
    """The command that says so in the ballot."""
    return review.CastVote(request_id=REQUEST, vote=vote)


class ReviewWalk(Walk):
    """A review, further along."""

    def opened(self) -> Self:
        """A ballot is held in the first meeting."""
        return self.having(OPEN, facts=IN_SESSION, by=CHAIR)

    def voted(self, *votes: Vote, chair: Vote | None = None) -> Self:
        """An open ballot, with these votes of members, in order, and the chair's."""
        walk = self.opened()
        for who, vote in zip(MEMBERS, votes, strict=False):
            walk = walk.having(a_vote(vote), facts=MAY_VOTE, by=who)
        if chair is not None:
            walk = walk.having(a_vote(chair), facts=MAY_VOTE, by=CHAIR)
        return walk

    def closed(self, *votes: Vote, chair: Vote | None = None) -> Self:
        """The ballot is over."""
        return self.voted(*votes, chair=chair).having(CLOSE, facts=IN_SESSION, by=CHAIR)

    def decided(self, vote: Vote = Vote.FAVOURABLE) -> Self:
        """Everybody voted so, and the decision was delivered."""
        deliver = DELIVER_CONDITIONS if vote is Vote.WITH_CONDITIONS else DELIVER
        return self.closed(vote, vote, vote).having(deliver, by=SECRETARY)


def a_review() -> ReviewWalk:
    """A review that was assigned."""
    return ReviewWalk().having(ASSIGN, facts=SENT, by=SECRETARY)
