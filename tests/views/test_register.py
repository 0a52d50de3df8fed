"""The public register: everything that was received, and what came of it, for everybody."""

from __future__ import annotations

from datetime import timedelta

from governance.lives.access_requests.commands import DecideRequest, WithdrawRequest
from governance.lives.access_requests.words import Item, RequestStatus
from governance.lives.ethics.reviews.words import EthicsOutcome
from governance.lives.permits.commands import RevokePermit, SuspendPermit
from governance.lives.permits.words import PermitStatus
from governance.lives.releases.commands import RecallRelease
from governance.lives.releases.state import State
from governance.principals import PUBLIC, Principal
from governance.refusals import Refusal
from governance.service.ask import NOT_FOUND, ask
from governance.service.due import do_due
from governance.views.paging import Page, Paged
from governance.views.register import PublicRegister, Registered, RegisterEntry
from governance.views.registered import releases_of
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.purposes import Purpose
from governance.vocabulary.register import Decision
from portal.demo import asking
from portal.demo.asking import Asked
from portal.demo.region import studies
from portal.demo.studies import CARDIOMETABOLIC, Study, Wanted
from tests.views.household import NOW, Household
from tests.views.used import Used

WANTED = Wanted("0" * 32, "1" * 32, ("age",))


async def the_list(home: Household, question: PublicRegister | None = None) -> Paged[Registered]:
    """What anybody reads."""
    answer = await ask(home.cast.house, question or PublicRegister(), by=PUBLIC)
    assert isinstance(answer, Paged)
    return answer


async def the_entry(
    home: Household,
    request_id: str,
    *,
    by: Principal = PUBLIC,
    as_of: Instant | None = None,
) -> Registered | Refusal:
    """One entry, as somebody reads it."""
    return await ask(home.cast.house, RegisterEntry(request_id), by=by, as_of=as_of)


async def drafted(home: Household, study: Study) -> Asked:
    today = day_of(home.cast.clock.now)
    return await asking.draft(home.cast, study, WANTED, today, ("researcher",))


async def received(home: Household, study: Study) -> Asked:
    asked = await drafted(home, study)
    await asking.submit(home.cast, asked)
    return asked


async def test_a_request_is_public_once_it_was_received_and_a_draft_never(
    home: Household,
) -> None:
    draft = await drafted(home, studies.SLEEP)
    assert (await the_list(home)).rows == ()
    assert await the_entry(home, draft.request_id) == NOT_FOUND
    await home.do(WithdrawRequest(request_id=draft.request_id), "researcher")
    assert (await the_list(home)).rows == (), "given up before anybody received it"

    asked = await received(home, studies.ASTHMA)

    [row] = (await the_list(home)).rows
    assert (row.id, row.study) == (asked.request_id, studies.ASTHMA.name)
    assert row.applicant is not None
    assert row.applicant.id == home.cast.people["researcher"]
    assert row.description == studies.ASTHMA.benefit
    assert row.received_on == day_of(NOW)
    assert (row.decision, row.status) == (Decision.PENDING, RequestStatus.SUBMITTED)
    assert row.purposes == frozenset({Purpose.PUBLIC_HEALTH})
    assert await the_entry(home, asked.request_id) == row


async def test_refusals_withdrawals_and_lapses_are_public_with_their_reasons(
    home: Household,
) -> None:
    refused = await received(home, studies.DIABETES_APP)
    await asking.complete(home.cast, refused)
    decide = DecideRequest(
        request_id=refused.request_id, granted=False, reason=text("not in the public interest")
    )
    await home.do(decide, "access-officer")
    withdrawn = await received(home, studies.SLEEP)
    await home.do(WithdrawRequest(request_id=withdrawn.request_id), "researcher")
    lapsed = await received(home, studies.ASTHMA)
    await asking.send_back(home.cast, lapsed, frozenset({Item.I_TOOLS}), "which tools?")
    home.cast.clock.set(NOW + timedelta(days=60))
    await do_due(home.cast.house)

    by_id = {row.id: row for row in (await the_list(home)).rows}

    assert by_id[refused.request_id].decision is Decision.REFUSED
    assert by_id[refused.request_id].decision_reason == "not in the public interest"
    assert by_id[withdrawn.request_id].decision is Decision.WITHDRAWN
    assert by_id[lapsed.request_id].decision is Decision.LAPSED
    assert by_id[lapsed.request_id].decision_reason is None, "what was asked for is not public"


async def test_the_list_is_filtered_and_comes_a_page_at_a_time(home: Household) -> None:
    first = await received(home, studies.SLEEP)
    home.cast.clock.set(NOW + timedelta(days=3))
    second = await received(home, studies.ASTHMA)
    third = await received(home, studies.WAITING_TIMES)
    await home.do(WithdrawRequest(request_id=third.request_id), "researcher")

    async def ids(question: PublicRegister) -> list[str]:
        return [row.id for row in (await the_list(home, question)).rows]

    newest = [third.request_id, second.request_id, first.request_id]
    assert await ids(PublicRegister()) == newest
    assert await ids(PublicRegister(page=Page(2, 2))) == newest[2:]
    assert (await the_list(home, PublicRegister(page=Page(2, 2)))).total == 3
    assert await ids(PublicRegister(decision=Decision.WITHDRAWN)) == newest[:1]
    assert await ids(PublicRegister(decision=Decision.PENDING)) == newest[1:]
    assert await ids(PublicRegister(purpose=Purpose.PUBLIC_HEALTH)) == newest[1:2]
    assert await ids(PublicRegister(until=day_of(NOW))) == newest[2:]
    assert await ids(PublicRegister(since=day_of(NOW) + timedelta(days=1))) == newest[:2]


async def test_as_of_an_earlier_position_or_time_it_says_what_was_so_then(
    home: Household,
) -> None:
    asked = await received(home, studies.SLEEP)
    then = await home.now()
    home.cast.clock.set(NOW + timedelta(days=5))
    await home.do(WithdrawRequest(request_id=asked.request_id), "researcher")
    now = await home.now()

    async def pending(instant: Instant) -> list[str]:
        question = PublicRegister(decision=Decision.PENDING)
        answer = await ask(home.cast.house, question, by=PUBLIC, as_of=instant)
        assert isinstance(answer, Paged)
        return [row.id for row in answer.rows]

    assert await pending(then) == [asked.request_id]
    assert await pending(Instant(now.position, then.time)) == [asked.request_id]
    assert await pending(now) == []


async def test_a_term_that_was_missed_is_said(home: Household) -> None:
    asked = await received(home, studies.SLEEP)
    await asking.complete(home.cast, asked)
    in_time = await the_entry(home, asked.request_id)
    home.cast.clock.set(NOW + timedelta(days=150))
    late = await the_entry(home, asked.request_id)

    assert isinstance(in_time, Registered)
    assert in_time.deadlines_missed == ()
    assert isinstance(late, Registered)
    assert late.deadlines_missed == ("D-02",)


async def test_what_was_granted_and_released_is_said_whole(used: Used) -> None:
    [row] = (await the_list(used)).rows

    assert (row.study, row.decision) == (CARDIOMETABOLIC.name, Decision.GRANTED)
    assert row.decision_reason == "Criteria met."
    assert row.status is PermitStatus.IN_FORCE
    assert row.ethics_outcome is not None
    assert row.ethics_outcome.outcome is EthicsOutcome.WITH_CONDITIONS
    assert row.duration is not None
    assert row.duration.starts == row.issued_on
    [release] = row.releases or ()
    assert release.people == row.people == len(used.told.included)
    assert (release.recalled, row.measures) == (False, ())
    assert {dataset.title for dataset in row.datasets or ()} == {
        "Phenotypes of the cohort",
        "Variants of the cohort",
    }


async def test_measures_are_public_and_their_reasons_are_not(used: Used) -> None:
    permit_id, why = used.told.permit_id, text("somebody who is not named had access")
    recall = RecallRelease(release_id=used.told.release_id, reason=why)
    await used.cast.do(recall, used.by("first-officer"))
    officer = used.by("access-officer")
    await used.cast.do(SuspendPermit(permit_id=permit_id, reason=why), officer)
    await used.cast.do(RevokePermit(permit_id=permit_id, reason=why), officer)

    [row] = (await the_list(used)).rows

    assert [one.code for one in row.measures or ()] == [
        "release.recalled.v1",
        "permit.suspended.v1",
        "permit.revoked.v1",
    ]
    assert row.status is PermitStatus.REVOKED
    assert row.releases is not None
    assert row.releases[0].recalled
    assert why.value is not None
    assert why.value not in repr(row)


async def test_every_reader_sees_the_same(used: Used) -> None:
    [row] = (await the_list(used)).rows
    for name in ("researcher", "desk", "auditor", "access-officer"):
        assert await the_entry(used, row.id, by=used.by(name)) == row


def test_counts_of_fewer_than_ten_people_are_suppressed() -> None:
    few, many = (State(people=count, delivered_at=NOW) for count in (9, 10))
    assert [one.people for one in releases_of([few])] == [None]
    assert [one.people for one in releases_of([many])] == [10]
