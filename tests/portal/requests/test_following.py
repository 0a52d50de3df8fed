"""A researcher follows her requests, answers what is asked of her, and signs her undertaking."""

from __future__ import annotations

from governance.lives.access_requests.commands import OfferStatistics
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.service.ledger_check import ledger_size
from governance.vocabulary.people import Channel
from tests.portal.forms import forms_in, send
from tests.portal.world import World

DRAFT, RETURNED, COMPLETE = "sleep-and-memory", "asthma-in-schools", "screening-by-municipality"
WAITING, GRANTED = "waiting-times-in-primary-care", "cardiometabolic-risk"


async def test_the_list_holds_her_requests_and_leads_to_each(world: World) -> None:
    researcher = await world.browser("researcher")
    page = await researcher.get("/en/requests")
    assert "Sleep and memory" in page.text
    assert "Draft" in page.text
    one = await researcher.get(f"/en/requests/{world.known.requests[DRAFT]}")
    assert "it has to be finished and submitted" in one.text
    assert "Give the request up" in one.text
    assert "Answer the offer" not in one.text


async def test_a_citizen_has_no_requests_and_sees_nobody_elses(world: World) -> None:
    citizen = await world.browser("maite")
    assert "You have not asked for data yet" in (await citizen.get("/en/requests")).text
    assert "No permit has been granted" in (await citizen.get("/en/permits")).text
    for address in (
        f"/en/requests/{world.known.requests[DRAFT]}",
        f"/en/permits/{world.known.permits[GRANTED]}",
    ):
        assert (await citizen.get(address)).status_code == 404


async def test_what_was_returned_says_why_and_by_when(world: World) -> None:
    applicant = await world.browser("co-researcher")
    page = await applicant.get(f"/es/requests/{world.known.requests[RETURNED]}")
    assert "Say who keeps the keys of the rooms." in page.text
    assert "hay que completar algunos apartados" in page.text
    assert "Presentar la solicitud" in page.text


async def test_a_draft_is_submitted_once_however_often_it_is_sent(world: World) -> None:
    researcher = await world.browser("researcher")
    address = f"/en/requests/{world.known.requests[DRAFT]}"
    page = await researcher.get(f"{address}/submit-request")
    before = await ledger_size(world.house)
    for _ in range(2):
        shown = await send(researcher, page)
        assert "The access body checks whether it is complete." in shown.text
    assert await ledger_size(world.house) == before + 1
    assert "Hand the request in" not in shown.text


async def test_where_no_condition_is_open_there_is_no_form_for_evidence(world: World) -> None:
    researcher = await world.browser("researcher")
    address = f"/en/requests/{world.known.requests[GRANTED]}/submit-evidence"
    page = await researcher.get(address)
    assert "There is nothing to choose from now." in page.text
    assert not any(form.method == "post" for form in forms_in(page) if "evidence" in form.action)


async def test_an_offer_of_statistics_is_answered_by_the_applicant(world: World) -> None:
    request = world.known.requests["rare-variants-of-the-heart"]
    officer = Principal(subject=world.known.people["access-officer"], channel=Channel.ONLINE)
    offered = await carry_out(world.house, OfferStatistics(request_id=request), by=officer)
    assert isinstance(offered, Done)
    researcher = await world.browser("researcher")
    page = await researcher.get(f"/en/requests/{request}")
    assert "The offer waits for an answer." in page.text
    form = await researcher.get(f"/en/requests/{request}/answer-offer")
    assert (await send(researcher, form)).status_code == 422
    done = await send(researcher, form, accepted="yes")
    assert "The offer waits for an answer." not in done.text


async def test_a_withdrawn_request_offers_nothing_more(world: World) -> None:
    applicant = await world.browser("co-researcher")
    address = f"/en/requests/{world.known.requests[WAITING]}"
    done = await send(applicant, await applicant.get(f"{address}/withdraw-request"))
    assert "It is closed." in done.text
    assert "What you can do now" not in done.text


async def test_a_named_person_signs_her_own_undertaking_once(world: World) -> None:
    permit = await _issued_anew(world)
    researcher = await world.browser("researcher")
    page = await researcher.get(f"/en/permits/{permit}")
    assert page.text.count("has not signed yet") == 2
    form = await researcher.get(f"/en/permits/{permit}/sign-undertaking")
    done = await send(researcher, form)
    assert done.text.count("has not signed yet") == 1
    assert "Undertake secrecy" not in done.text


async def test_releases_of_a_permit_are_told_as_totals(world: World) -> None:
    researcher = await world.browser("researcher")
    page = await researcher.get(f"/en/permits/{world.known.permits[GRANTED]}")
    assert "Releases under this permit" in page.text
    assert "Delivered" in page.text
    assert "Left out" not in page.text


async def _issued_anew(world: World) -> str:
    """The id of a permit that nobody has undertaken secrecy for yet."""
    officer = await world.browser("access-officer", stepped_up=True)
    form = await officer.get(f"/en/access-body/{world.known.requests[GRANTED]}/issue-permit")
    place = "navarre-and-spain"
    page = await send(officer, form, purpose_in_detail="As asked.", place=place, fee_estimate="0")
    assert page.status_code == 200
    return page.url.path.rpartition("/")[2]
