"""Releases are stopped at once by whoever answers for them; a question of law, by the steward."""

from __future__ import annotations

from tests.portal.forms import send
from tests.portal.world import World

WHY = "A leak is looked into."
AT = "/en/programme"


async def test_an_emergency_stop_holds_until_it_is_lifted(world: World) -> None:
    officer = await world.browser("first-officer", stepped_up=True)
    form = await officer.get(f"{AT}/stop-all-releases")
    stopped = await send(officer, form, reason=WHY)
    assert "Nothing leaves" in stopped.text
    assert WHY in stopped.text
    assert "Lift the stop" not in stopped.text
    protector = await world.browser("protector", stepped_up=True)
    page = await protector.get(AT)
    assert "Stop all releases" not in page.text, "they are stopped already"
    lifted = await send(protector, await protector.get(f"{AT}/lift-stop"), reason=WHY)
    assert "Releases are not stopped." in lifted.text


async def test_nobody_stops_without_saying_why(world: World) -> None:
    officer = await world.browser("first-officer", stepped_up=True)
    faulty = await send(officer, await officer.get(f"{AT}/stop-all-releases"))
    assert faulty.status_code == 422
    assert "Write the reason" in faulty.text
    assert "Releases are not stopped." in (await officer.get(AT)).text


async def test_the_steward_settles_a_question_of_law(world: World) -> None:
    steward = await world.browser("steward", stepped_up=True)
    form = await steward.get(f"{AT}/set-switch")
    assert "strict" not in form.text.split("<form", 1)[1].replace("strictest", "")
    settled = await send(steward, form, value="genomics.regime/ehds-alone", reason=WHY)
    assert "European law alone" in settled.text
    assert WHY in settled.text
    foreign = await send(steward, form, value="genomics.regime/anything", reason=WHY)
    assert foreign.status_code == 422


async def test_whoever_only_reads_changes_nothing(world: World) -> None:
    auditor = await world.browser("auditor")
    assert "What you can do now" not in (await auditor.get(AT)).text
    steward = await world.browser("steward", stepped_up=True)
    form = await steward.get(f"{AT}/set-switch")
    refused = await send(auditor, form, value="genomics.regime/ehds-alone", reason=WHY)
    assert refused.status_code == 403
    assert (await (await world.browser("maite")).get(AT)).status_code == 404
