"""What each reader is shown of an access request, and what is kept from her."""

from __future__ import annotations

from dataclasses import replace

from governance.lives.access_requests import commands as ask_for
from governance.lives.access_requests.words import Criterion, Item, RequestStatus
from governance.lives.ethics.reviews.words import ReviewStatus
from governance.lives.programme.staff import AppointStaff
from governance.policy.visibility.fields import APPLICATION, FIELDS, PROCEDURE
from governance.policy.visibility_facts import View
from governance.views.request_shown import Decision, Texts
from governance.views.requests import Request
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Role
from portal.demo import asking, reviewing
from tests.request_builders import WHY
from tests.views.office import Office

WHOLE = FIELDS[View.REQUEST]
OF_APPLICANT = WHOLE - {"assessment_notes"}
OF_NAMED = frozenset({*APPLICATION, "status", "decision", "decision_reason"})
OF_COMMITTEE = frozenset({*APPLICATION, *PROCEDURE})
SHOWN_TO = {
    "researcher": OF_APPLICANT,
    "co-researcher": OF_NAMED,
    "access-officer": WHOLE,
    "member-2": OF_COMMITTEE,
    "chair": OF_COMMITTEE,
    "secretary": OF_COMMITTEE,
    "auditor": WHOLE,
    "protector": WHOLE,
}
OTHERS = ("stranger", "steward", "preparer", "first-officer", "holder", "desk", "public")


async def test_each_reader_is_shown_what_the_table_says_and_others_find_nothing(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    nothing: dict[str, frozenset[str]] = dict.fromkeys(OTHERS, frozenset())
    seen = await office.seen(Request(asked.request_id), *SHOWN_TO, *OTHERS)
    assert seen == SHOWN_TO | nothing
    assert await office.finds_nothing("auditor", Request("nothing"))


async def test_whoever_asks_never_sees_the_notes_about_her_whatever_else_she_is(
    office: Office,
) -> None:
    for name, role in (("member-2", Role.RESEARCHER), ("co-researcher", Role.OFFICER)):
        await office.do(AppointStaff(person=office.who(name), role=role), "steward")
    asked = await office.at_ethics("member-2", "co-researcher")
    seen = await office.seen(Request(asked.request_id), "member-2", "co-researcher", "member-3")
    assert seen == {
        "member-2": OF_APPLICANT,
        "co-researcher": OF_APPLICANT,
        "member-3": OF_COMMITTEE,
    }


async def test_what_is_asked_stands_there_as_it_was_written(office: Office) -> None:
    asked = await office.request()
    shown = await office.asks("co-researcher", Request(asked.request_id))

    application = asked.application
    assert shown.id == asked.request_id
    assert (shown.study, shown.kind) == (application.study, application.kind)
    assert (shown.status, shown.received_on) == (RequestStatus.DRAFT, None)
    assert shown.cells == application.cells
    assert shown.purposes == application.purposes
    assert shown.variables == application.columns
    assert (shown.recipient, shown.recipient_place) == (
        application.recipient,
        application.recipient_place,
    )
    assert shown.period is not None
    assert (shown.period.starts, shown.period.ends) == (application.starts, application.ends)
    assert shown.datasets is not None
    assert [one.title for one in shown.datasets] == ["Primary care 2025"]
    assert shown.applicant is not None
    assert shown.applicant.id == office.who("researcher")
    assert {one.id for one in shown.named_persons or ()} == application.named_persons
    assert shown.texts == Texts(
        benefit=asked.study.benefit,
        pseudonymisation="Measures of the same person must be joined.",
        brought_in="None.",
        safeguards="Work in the secure environment only.",
        ethics_information="Protocol 1, to be reviewed by the committee.",
        override_justification="",
    )


async def test_the_officer_follows_it_from_its_arrival_to_its_decision(office: Office) -> None:
    asked = await office.request()
    question = Request(asked.request_id)
    await asking.submit(office.cast, asked)
    items = frozenset({Item.I_TOOLS})
    await asking.send_back(office.cast, asked, items, "Which version?")
    office.after(days=3)
    returned = await office.asks("access-officer", question)
    assert returned.status is RequestStatus.RETURNED
    assert returned.returned_items is not None
    assert (returned.returned_items.items, returned.returned_items.reason) == (
        items,
        "Which version?",
    )
    assert (returned.overdue, returned.decide_by) == (False, None)
    office.after(days=40)
    assert (await office.asks("access-officer", question)).overdue is True


async def test_a_decision_is_shown_with_its_reason_and_what_came_before(office: Office) -> None:
    asked = await office.at_ethics()
    extend = ask_for.ExtendDeadline(request_id=asked.request_id, reason=text("A long list."))
    await office.do(extend, "access-officer")
    refuse = ask_for.DecideRequest(request_id=asked.request_id, granted=False, reason=WHY)
    await office.do(refuse, "access-officer")

    shown = await office.asks("access-officer", Request(asked.request_id))

    assert shown.decision is not None
    assert (shown.decision.granted, shown.decision_reason) == (False, WHY.value)
    assert shown.extended is not None
    assert shown.extended.reason == "A long list."
    assert shown.criteria_met == frozenset(Criterion)
    assert [note.text for note in shown.assessment_notes or ()] == ["All criteria are met."]
    assert [one.id for one in shown.assessors or ()] == [office.who("access-officer")]
    assert shown.received_on == office.today
    steps = shown.timeline or ()
    assert [(step.code.split(".")[1], step.by) for step in steps] == [
        ("drafted", Role.RESEARCHER),
        ("submitted", Role.RESEARCHER),
        ("complete", Role.OFFICER),
        ("assessed", Role.OFFICER),
        ("sent-to-ethics", Role.OFFICER),
        ("deadline-extended", Role.OFFICER),
        ("decided", Role.OFFICER),
    ]
    assert list(steps) == sorted(steps, key=lambda step: step.position)
    named = await office.asks("co-researcher", Request(asked.request_id))
    assert named.decision == Decision(shown.decision.at, granted=False)
    assert named.timeline is None


async def test_an_offer_of_statistics_is_shown_until_it_is_answered_and_after(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    await office.do(ask_for.OfferStatistics(request_id=asked.request_id), "access-officer")
    offered = await office.asks("researcher", Request(asked.request_id))
    assert offered.offer is not None
    assert offered.offer.accepted is None
    answer = ask_for.AnswerOffer(request_id=asked.request_id, accepted=True)
    await office.do(answer, "researcher")
    accepted = await office.asks("researcher", Request(asked.request_id))
    assert accepted.offer is not None
    assert accepted.offer.accepted is True


async def test_the_review_and_the_permit_are_named_and_nothing_of_the_deliberation(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    await reviewing.assign(office.cast, asked)
    meeting = await reviewing.meet(office.cast, [asked], office.today)
    await reviewing.open_ballot(office.cast, asked, meeting)
    shown = await office.asks("researcher", Request(asked.request_id))
    assert shown.ethics_status is ReviewStatus.BALLOT_OPEN
    assert shown.permit is None
    assert [step.code for step in shown.timeline or ()][-1] == "ethics.review-assigned.v1"


async def test_a_request_is_shown_as_it_was_then_to_whoever_may_read_it_now(
    office: Office,
) -> None:
    asked = await office.request("researcher")
    then = await office.now()
    office.after(days=1)
    edit = ask_for.EditRequest(
        request_id=asked.request_id,
        application=replace(asked.application, study="renamed"),
        **dict.fromkeys(Texts.__dataclass_fields__, WHY),
    )
    await office.do(edit, "researcher")
    before = await office.asks("researcher", Request(asked.request_id), as_of=then)
    after = await office.asks("researcher", Request(asked.request_id))
    assert (before.study, after.study) == ("sleep-and-memory", "renamed")
    assert [len(shown.timeline or ()) for shown in (before, after)] == [1, 2]


async def test_what_a_reader_may_do_to_it_is_what_the_tables_say_and_its_state_leaves_open(
    office: Office,
) -> None:
    asked = await office.request()

    async def may() -> dict[str, frozenset[Act]]:
        readers = ("researcher", "access-officer", "co-researcher", "member-2", "auditor")
        question = Request(asked.request_id)
        return {one: (await office.asks(one, question)).may for one in readers}

    nobody = dict.fromkeys(("co-researcher", "member-2", "auditor"), frozenset[Act]())
    assert await may() == nobody | {
        "researcher": {
            Act.EDIT_REQUEST,
            Act.ATTACH_DOCUMENT,
            Act.SUBMIT_REQUEST,
            Act.WITHDRAW_REQUEST,
        },
        "access-officer": set(),
    }
    await asking.submit(office.cast, asked)
    assert await may() == nobody | {
        "researcher": {Act.WITHDRAW_REQUEST},
        "access-officer": {Act.RETURN_REQUEST, Act.CONFIRM_COMPLETE},
    }
