"""What each reader is shown of a review: the committee its deliberation, others its outcome."""

from __future__ import annotations

from datetime import timedelta

from governance.lives.ethics.reviews import commands as review
from governance.lives.ethics.reviews.words import (
    EthicsOutcome,
    InterestGround,
    ReviewStatus,
    Vote,
)
from governance.lives.programme.staff import AppointStaff
from governance.policy.visibility.fields import BALLOT, DELIBERATION, FIELDS, OUTCOME, OWN_PART
from governance.policy.visibility_facts import View
from governance.views.conditions import ConditionStatus
from governance.views.review_rows import ReviewStage
from governance.views.reviews import Review
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from portal.demo import reviewing
from portal.demo.asking import Asked
from tests.request_builders import WHY
from tests.views.office import Office

OF_OTHERS = frozenset(OUTCOME)
OF_COMMITTEE = frozenset({*OUTCOME, *DELIBERATION, *BALLOT, *OWN_PART})
WITHOUT_VOTES = OF_COMMITTEE - set(BALLOT)
OF_AUDITOR = OF_COMMITTEE - set(OWN_PART)
INTERESTED = frozenset({*OUTCOME, *OWN_PART})
NOBODY = ("stranger", "preparer", "first-officer", "steward", "holder", "public")
NOTHING: dict[str, frozenset[str]] = dict.fromkeys(NOBODY, frozenset())


async def in_ballot(office: Office, asked: Asked, voters: int = 2) -> str:
    """An open ballot with some votes; the id of its meeting."""
    await reviewing.assign(office.cast, asked)
    meeting = await reviewing.meet(office.cast, [asked], office.today)
    await reviewing.open_ballot(office.cast, asked, meeting)
    await reviewing.vote(office.cast, asked, lambda number: Vote.WITH_CONDITIONS, voters=voters)
    return meeting


async def decided(office: Office, asked: Asked) -> str:
    """A decision with one condition, without minutes."""
    meeting = await in_ballot(office, asked, voters=8)
    await reviewing.decide(
        office.cast, asked, office.today, conditional=True, reasons="Show the agreement."
    )
    return meeting


async def test_while_the_ballot_is_open_nobody_sees_a_vote(office: Office) -> None:
    asked = await office.at_ethics()
    await in_ballot(office, asked)
    everybody = {
        "researcher": OF_OTHERS,
        "co-researcher": OF_OTHERS,
        "access-officer": OF_OTHERS,
        "protector": OF_OTHERS,
        "member-2": WITHOUT_VOTES,
        "member-9": WITHOUT_VOTES,
        "chair": WITHOUT_VOTES,
        "secretary": WITHOUT_VOTES,
        "auditor": WITHOUT_VOTES - set(OWN_PART),
    }
    question = Review(asked.request_id)
    assert await office.seen(question, *everybody, *NOBODY) == everybody | NOTHING
    voted, waiting = [await office.asks(one, question) for one in ("member-2", "member-9")]
    assert (voted.voted_count, voted.own_vote_cast, waiting.own_vote_cast) == (2, True, False)
    assert (voted.votes, voted.tally, voted.outcome) == (None, None, None)
    assert voted.stage is ReviewStage.BALLOT_OPEN


async def test_once_it_is_closed_the_committee_and_the_auditor_see_who_voted_how(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    await decided(office, asked)
    seen = {
        "member-9": OF_COMMITTEE,
        "secretary": OF_COMMITTEE,
        "auditor": OF_AUDITOR,
        "access-officer": OF_OTHERS,
        "researcher": OF_OTHERS,
        "co-researcher": OF_OTHERS,
        "protector": OF_OTHERS,
    }
    question = Review(asked.request_id)
    assert await office.seen(question, *seen, *NOBODY) == seen | NOTHING
    shown = await office.asks("auditor", question)
    assert shown.tally == {Vote.WITH_CONDITIONS: 8}
    assert len(shown.votes or ()) == 8
    assert {one.vote for one in shown.votes or ()} == {Vote.WITH_CONDITIONS}
    assert FIELDS[View.REVIEW] == OF_COMMITTEE


async def test_a_member_with_an_interest_sees_what_was_decided_and_nothing_of_how(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    await reviewing.assign(office.cast, asked)
    declare = review.DeclareInterest(request_id=asked.request_id, ground=InterestGround.KINSHIP)
    await office.do(declare, "member-2")
    question = Review(asked.request_id)
    seen = await office.seen(question, "member-2", "member-3")
    assert seen == {"member-2": INTERESTED, "member-3": OF_COMMITTEE}
    meeting = await reviewing.meet(office.cast, [asked], office.today)
    await reviewing.open_ballot(office.cast, asked, meeting)
    own = await office.asks("member-2", question)
    assert own.own_interest is True
    assert Act.CAST_VOTE not in own.may
    other = await office.asks("member-3", question)
    assert Act.CAST_VOTE in other.may
    [interest] = other.interested or ()
    assert (interest.member.id, interest.ground) == (
        office.who("member-2"),
        InterestGround.KINSHIP,
    )


async def test_a_member_who_asks_herself_sees_what_any_applicant_sees(office: Office) -> None:
    for name in ("member-2", "member-3"):
        await office.do(AppointStaff(person=office.who(name), role=Role.RESEARCHER), "steward")
    asked = await office.at_ethics("member-2", "member-3")
    await in_ballot(office, asked, voters=0)
    seen = await office.seen(Review(asked.request_id), "member-2", "member-3")
    assert seen == {"member-2": INTERESTED, "member-3": INTERESTED}
    assert Act.CAST_VOTE not in (await office.asks("member-2", Review(asked.request_id))).may


async def test_a_review_goes_from_its_arrival_to_its_minutes(office: Office) -> None:
    asked = await office.request()
    question = Review(asked.request_id)
    assert await office.finds_nothing("secretary", question)
    asked = await office.at_ethics()
    question = Review(asked.request_id)

    async def stage() -> ReviewStage | None:
        return (await office.asks("secretary", question)).stage

    arrived = await office.asks("secretary", question)
    assert (arrived.status, arrived.stage) == (ReviewStatus.NONE, ReviewStage.NOT_ASSIGNED)
    assert Act.ASSIGN_REVIEW in arrived.may
    assert (arrived.own_interest, arrived.voted_count) == (False, 0)
    await reviewing.assign(office.cast, asked)
    assert await stage() is ReviewStage.ASSIGNED
    meeting = await reviewing.meet(office.cast, [asked], office.today)
    planned = await office.asks("secretary", question)
    assert planned.stage is ReviewStage.ON_AGENDA
    assert planned.meeting is not None
    assert (planned.meeting.id, planned.meeting.day) == (meeting, office.today)
    assert len(planned.attendance or ()) == 9
    await reviewing.open_ballot(office.cast, asked, meeting)
    await reviewing.vote(office.cast, asked, lambda number: Vote.FAVOURABLE)
    await office.do(review.CloseBallot(request_id=asked.request_id), "chair")
    closed = await office.asks("secretary", question)
    assert (closed.stage, closed.outcome) == (ReviewStage.DECISION_DUE, None)
    deliver = review.DeliverDecision(request_id=asked.request_id, conditions=(), reasons=WHY)
    await office.do(deliver, "secretary")
    assert await stage() is ReviewStage.MINUTES_DUE
    await reviewing.approve_minutes(office.cast, meeting)
    delivered = await office.asks("secretary", question)
    assert delivered.stage is ReviewStage.DELIVERED
    assert (delivered.in_force, delivered.outcome) == (True, EthicsOutcome.FAVOURABLE)
    assert delivered.minutes == "Who was there; what was said."


async def test_a_changed_protocol_needs_a_new_decision(office: Office) -> None:
    asked = await office.at_ethics()
    await reviewing.approve_minutes(office.cast, await decided(office, asked))
    question = Review(asked.request_id)
    assert (await office.asks("secretary", question)).in_force is True
    modify = review.ModifyProtocol(request_id=asked.request_id, changes=WHY)
    await office.do(modify, "researcher")
    changed = await office.asks("secretary", question)
    assert (changed.stage, changed.in_force) == (ReviewStage.PROTOCOL_CHANGED, False)
    assert changed.protocol is not None
    assert (changed.protocol.version, changed.protocol.decided) == (2, 1)
    assert changed.protocol.changes == WHY.value


async def test_the_decision_its_conditions_and_their_evidence_are_shown_to_the_applicant(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    await decided(office, asked)
    question = Review(asked.request_id)

    async def shown_status() -> ConditionStatus:
        [condition] = (await office.asks("researcher", question)).conditions or ()
        return condition.status

    shown = await office.asks("researcher", question)
    assert shown.outcome is EthicsOutcome.WITH_CONDITIONS
    assert shown.decided_on == office.today
    assert shown.decision_text == "Show the agreement."
    [condition] = shown.conditions or ()
    assert (condition.number, condition.owner.id) == (1, office.who("researcher"))
    assert (condition.status, condition.overdue) == (ConditionStatus.OPEN, False)
    assert Act.SUBMIT_EVIDENCE in shown.may
    submit = review.SubmitEvidence(request_id=asked.request_id, condition=1, evidence=WHY)
    await office.do(submit, "researcher")
    assert await shown_status() is ConditionStatus.SUBMITTED
    office.after(days=40)
    late = await office.asks("researcher", question)
    assert [one.overdue for one in late.conditions or ()] == [True]
    assert [(one.condition, one.text) for one in late.evidence or ()] == [(1, WHY.value)]
    await office.do(review.AcceptEvidence(request_id=asked.request_id, condition=1), "chair")
    assert await shown_status() is ConditionStatus.MET
    suspend = review.SuspendDecision(request_id=asked.request_id, reason=WHY)
    await office.do(suspend, "chair")
    suspended = await office.asks("researcher", question)
    assert suspended.suspended is not None
    assert suspended.suspended.reason == WHY.value


async def test_the_committee_has_two_months_and_then_it_is_late(office: Office) -> None:
    asked = await office.at_ethics()
    shown = await office.asks("access-officer", Review(asked.request_id))
    assert shown.deliver_by is not None
    assert shown.deliver_by - office.today > timedelta(days=58)
    assert shown.overdue is False
    office.after(days=75)
    assert (await office.asks("access-officer", Review(asked.request_id))).overdue is True


async def test_a_review_of_then_is_shown_by_the_rights_of_now(office: Office) -> None:
    asked = await office.at_ethics()
    await in_ballot(office, asked)
    then = await office.now()
    await reviewing.vote(office.cast, asked, lambda number: Vote.FAVOURABLE, voters=0)
    still_open = await office.asks("member-9", Review(asked.request_id), as_of=then)
    assert still_open.votes is None
    await office.do(review.CloseBallot(request_id=asked.request_id), "chair")
    closed = await office.asks("member-9", Review(asked.request_id), as_of=then)
    assert len(closed.votes or ()) == 2
    assert closed.stage is ReviewStage.BALLOT_OPEN
