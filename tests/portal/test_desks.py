"""The committee votes blindly; the access body checks, decides and suspends."""

from __future__ import annotations

import re

from governance.service.ledger_check import ledger_size
from tests.portal.forms import send
from tests.portal.world import World

HEARTS, WAITING = "rare-variants-of-the-heart", "waiting-times-in-primary-care"


async def test_a_member_votes_once_and_sees_no_other_vote(world: World) -> None:
    request = world.known.requests[HEARTS]
    voter = await world.browser("member-6", stepped_up=True)
    page = await voter.get(f"/en/committee/{request}/cast-vote")
    before = await ledger_size(world.house)
    for _ in range(2):
        shown = await send(voter, page, vote="favourable")
        assert shown.status_code == 200
    assert await ledger_size(world.house) == before + 1
    assert "Your vote is in" in shown.text
    assert "Votes cast" in shown.text
    assert ">Votes<" not in shown.text


async def test_identity_is_confirmed_anew_before_a_vote(world: World) -> None:
    request = world.known.requests[HEARTS]
    page = await (await world.browser("member-6")).get(f"/en/committee/{request}/cast-vote")
    assert page.url.path == "/en/sign-in"
    assert "fresh proof" in page.text


async def test_whoever_declares_an_interest_sees_no_deliberation_and_has_no_vote(
    world: World,
) -> None:
    request = world.known.requests[HEARTS]
    member = await world.browser("member-7", stepped_up=True)
    page = await member.get(f"/en/committee/{request}/declare-interest")
    ground = re.findall(r'name="ground" type="radio" value="([^"]+)"', page.text)[0]
    shown = await send(member, page, ground=ground)
    assert "Votes cast" not in shown.text
    ballot = await member.get(f"/en/committee/{request}/cast-vote")
    refused = await send(member, ballot, vote="favourable")
    assert refused.status_code == 403


async def test_the_access_body_returns_a_request_with_its_reasons(world: World) -> None:
    request = world.known.requests[WAITING]
    officer = await world.browser("access-officer")
    queue = await officer.get("/en/access-body")
    assert "Waiting times in primary care" in queue.text
    page = await officer.get(f"/en/access-body/{request}/return-request")
    faulty = await send(officer, page)
    assert faulty.status_code == 422
    assert "Write what is missing" in faulty.text
    done = await send(
        officer, faulty, items=["g-safeguards"], reason="Who keeps the keys of the rooms?"
    )
    assert "Returned to be completed" in done.text
    assert "Who keeps the keys of the rooms?" in done.text


async def test_the_access_body_suspends_a_permit(world: World) -> None:
    permit = world.known.permits["cardiometabolic-risk"]
    officer = await world.browser("access-officer")
    assert (await officer.get("/en/access-body/permits")).status_code == 200
    page = await officer.get(f"/en/access-body/permits/{permit}/suspend-permit")
    done = await send(officer, page, reason="An access that nobody can explain.")
    assert "Suspended" in done.text
    assert "An access that nobody can explain." in done.text


async def test_a_citizen_finds_nothing_at_these_desks(world: World) -> None:
    citizen = await world.browser("maite")
    request = world.known.requests[HEARTS]
    for address in (f"/en/committee/{request}", f"/en/access-body/{request}", "/en/access-body"):
        assert (await citizen.get(address)).status_code == 404
