"""Which requests are whose, which wait for the office, and in which order."""

from __future__ import annotations

import pytest

from governance.lives.access_requests import commands as ask_for
from governance.lives.access_requests.words import Item, RequestStatus
from governance.lives.ethics.reviews.words import ReviewStatus
from governance.policy.visibility.fields import FIELDS
from governance.policy.visibility_facts import View
from governance.service.rebuild import rebuild_read_models
from governance.views import finding
from governance.views.paging import Page
from governance.views.request_lists import Due, MyRequests, RequestQueue
from portal.demo import asking, reviewing
from portal.demo.studies import Study
from tests.request_builders import WHY
from tests.views.office import Office

ROW = frozenset(
    {
        "study",
        "kind",
        "status",
        "applicant",
        "received_on",
        "complete_by",
        "decide_by",
        "overdue",
        "ethics_status",
        "permit",
    }
)


async def a_returned_request(office: Office, name: str) -> str:
    asked = await office.request(about=Study(name=name, benefit="Some."))
    await asking.submit(office.cast, asked)
    await asking.send_back(office.cast, asked, frozenset({Item.I_TOOLS}), "Which?")
    return asked.request_id


async def test_a_person_finds_what_she_asked_and_what_names_her_and_nothing_else(
    office: Office,
) -> None:
    first = await office.request("researcher")
    second = await office.request("co-researcher", "researcher")
    third = await office.request("co-researcher")

    async def mine(reader: str) -> list[str]:
        return [row.id for row in (await office.asks(reader, MyRequests())).rows]

    assert await mine("researcher") == [second.request_id, first.request_id]
    assert await mine("co-researcher") == [third.request_id, second.request_id]
    assert await mine("stranger") == await mine("access-officer") == await mine("public") == []


async def test_each_row_is_redacted_for_its_reader(office: Office) -> None:
    await office.at_ethics("researcher", "co-researcher")
    [own] = (await office.asks("researcher", MyRequests())).rows
    [named] = (await office.asks("co-researcher", MyRequests())).rows
    [queued] = (await office.asks("access-officer", RequestQueue())).rows
    assert own.shown == queued.shown == ROW
    assert named.shown == {"study", "kind", "status", "applicant"}
    assert FIELDS[View.REQUEST] >= ROW
    assert own.ethics_status is ReviewStatus.NONE
    assert named.ethics_status is None


async def test_whoever_is_no_longer_named_no_longer_finds_it(office: Office) -> None:
    asked = await office.request()
    assert (await office.asks("co-researcher", MyRequests())).total == 1
    alone = await office.request("researcher")
    edit = ask_for.EditRequest(
        request_id=asked.request_id,
        application=alone.application,
        benefit=WHY,
        pseudonymisation=WHY,
        brought_in=WHY,
        safeguards=WHY,
        ethics_information=WHY,
        override_justification=WHY,
    )
    await office.do(edit, "researcher")
    assert (await office.asks("co-researcher", MyRequests())).total == 0
    assert (await office.asks("researcher", MyRequests())).total == 2


async def test_the_queue_is_for_those_who_read_requests_by_their_office(office: Office) -> None:
    await office.at_ethics("researcher")
    for reader in ("access-officer", "member-2", "secretary", "auditor", "protector"):
        assert (await office.asks(reader, RequestQueue())).total == 1
    for reader in ("researcher", "stranger", "preparer", "public"):
        assert await office.finds_nothing(reader, RequestQueue())


async def test_a_draft_waits_for_nobody_and_what_is_closed_neither(office: Office) -> None:
    draft = await office.request("researcher")
    sent = await office.at_ethics("researcher")
    queue = await office.asks("access-officer", RequestQueue())
    assert [row.id for row in queue.rows] == [sent.request_id]
    await office.do(ask_for.WithdrawRequest(request_id=sent.request_id), "researcher")
    assert (await office.asks("access-officer", RequestQueue())).total == 0
    closed = RequestQueue(statuses=frozenset({RequestStatus.CLOSED, RequestStatus.DRAFT}))
    rows = (await office.asks("access-officer", closed)).rows
    assert {row.id for row in rows} == {draft.request_id, sent.request_id}


async def test_what_is_due_soonest_comes_first_and_can_be_asked_for_alone(office: Office) -> None:
    sent = await office.at_ethics("researcher")
    first = await a_returned_request(office, "first")
    office.after(days=10)
    second = await a_returned_request(office, "second")

    async def queue(due: Due | None = None) -> list[str]:
        return [row.id for row in (await office.asks("access-officer", RequestQueue(due=due))).rows]

    assert await queue() == [first, second, sent.request_id]
    assert await queue(Due.OVERDUE) == []
    office.after(days=20)
    assert await queue(Due.OVERDUE) == [first]
    assert await queue(Due.WITHIN_A_WEEK) == [first]
    assert await queue(Due.WITHIN_A_MONTH) == [first, second]
    rows = (await office.asks("access-officer", RequestQueue())).rows
    assert [row.overdue for row in rows] == [True, False, False]
    assert rows[0].complete_by is not None
    assert rows[2].decide_by is not None


async def test_a_list_is_read_a_page_at_a_time(office: Office) -> None:
    drafts = [(await office.request("researcher")).request_id for _ in range(3)]
    page = await office.asks("researcher", MyRequests(page=Page(2, 2)))
    assert ([row.id for row in page.rows], page.total, page.pages) == ([drafts[0]], 3, 2)
    statuses = frozenset({RequestStatus.DRAFT})
    queue = RequestQueue(statuses=statuses, page=Page(1, 2))
    shown = await office.asks("access-officer", queue)
    assert (len(shown.rows), shown.total, shown.whole) == (2, 3, True)


async def test_the_queue_of_then_holds_what_waited_then(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    returned = await a_returned_request(office, "returned")
    sent = await office.at_ethics("researcher")
    then = await office.now()
    await office.do(ask_for.WithdrawRequest(request_id=returned), "researcher")
    await office.do(ask_for.WithdrawRequest(request_id=sent.request_id), "researcher")
    await office.at_ethics("researcher")

    before = await office.asks("access-officer", RequestQueue(), as_of=then)
    monthly = RequestQueue(due=Due.WITHIN_A_MONTH)
    soon = await office.asks("access-officer", monthly, as_of=then)

    assert {row.id for row in before.rows} == {returned, sent.request_id}
    assert all(row.status in RequestQueue().statuses for row in before.rows)
    assert [row.id for row in soon.rows] == [returned]
    monkeypatch.setattr(finding, "MOST_FOLDED", 1)
    cut = await office.asks("access-officer", RequestQueue(), as_of=then)
    assert (cut.total, cut.whole) == (1, False)


async def test_what_is_looked_up_is_what_a_rebuild_would_make(office: Office) -> None:
    asked = await office.at_ethics()
    await reviewing.assign(office.cast, asked)
    await reviewing.meet(office.cast, [asked], office.today)
    await a_returned_request(office, "returned")
    assert await rebuild_read_models(office.cast.house)
    assert (await office.asks("access-officer", RequestQueue())).total == 2
