"""A citizen withdraws, opts out, and acts for others: what follows is computed and shown."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from governance.service.anchoring import known_keys
from governance.service.ledger_check import ledger_size
from tests.portal.citizen.test_choosing import answered, consents_of
from tests.portal.forms import send
from tests.portal.world import World

VERIFIER = Path(__file__).resolve().parents[3] / "docs" / "verify_ledger.py"


async def test_withdrawing_says_what_follows_and_takes_two_steps(world: World) -> None:
    browser = await world.browser("maite")
    page = await browser.get("/en/my/withdraw/everything")
    assert "Stops: no more data about you go to this study." in page.text
    assert "What has been delivered was lawful, and results stay." in page.text
    done = await send(browser, page)
    assert "It is recorded" in done.text
    shown = await consents_of(world, "maite")
    assert {one.answer.value for one in shown.cells or ()} == {"withdrawn"}


async def test_withdrawing_twice_is_recorded_once(world: World) -> None:
    browser = await world.browser("maite")
    page = await browser.get("/en/my/withdraw/research-and-knowledge")
    before = await ledger_size(world.house)
    pages = [await send(browser, page) for _ in range(2)]
    assert await ledger_size(world.house) == before + 1
    assert pages[0].url == pages[1].url


async def test_opting_out_takes_two_steps_and_no_reason(world: World) -> None:
    browser = await world.browser("javier")
    page = await browser.get("/en/my/opt-out")
    await send(browser, page)
    shown = await consents_of(world, "javier")
    assert shown.opt_out is not None
    assert shown.opt_out.on
    for address in ("/en/my", "/en/my/choices"):
        stopped = (await browser.get(address)).text
        assert "Stopped by the opt-out" in stopped
        assert "govuk-tag--green" not in stopped
        assert 'govuk-tag--yellow">Partly' not in stopped
        assert ">Take the opt-out back</a>" in stopped
    assert "Partly allowed, but stopped by the opt-out" in stopped, "the table says it too"
    back = await browser.get("/en/my/opt-out")
    await send(browser, back)
    again = await consents_of(world, "javier")
    assert again.opt_out is not None
    assert not again.opt_out.on


async def test_a_mother_acts_for_her_child_and_not_for_a_stranger(world: World) -> None:
    mother = await world.browser("leire")
    home = await mother.get("/en/my")
    assert "Unai Sola" in home.text
    link = home.text.split("/en/for/")[1].split('"')[0]
    page = await mother.get(f"/en/for/{link}/withdraw/everything")
    assert "For Unai" in page.text
    assert world.known.people["unai"] not in str(page.url) + page.text
    await send(mother, page)
    stranger = await world.browser("javier")
    assert (await stranger.get(f"/en/for/{link}/choices")).status_code == 404


async def test_a_girl_of_seventeen_says_no_herself(world: World) -> None:
    browser = await world.browser("nahia")
    page = await browser.get("/en/my/own-no")
    done = await send(browser, page)
    assert done.status_code == 200
    mother = await world.browser("leire")
    assert "Nahia" not in (await mother.get("/en/my/notices")).text


async def test_what_a_minor_may_not_decide_is_refused_in_plain_words(world: World) -> None:
    browser = await world.browser("nahia")
    answer = await send(browser, await answered(browser))
    assert answer.status_code == 403
    assert "Nothing was recorded" in answer.text


async def test_a_receipt_is_a_page_a_paper_and_a_proof(world: World, tmp_path: Path) -> None:
    browser = await world.browser("maite")
    page = await browser.get("/en/my/withdraw/everything")
    done = await send(browser, page)
    address = done.text.split("/en/my/receipts/")[1].split('"')[0]
    receipt = await browser.get(f"/en/my/receipts/{address}")
    assert "How it can be proved" in receipt.text
    assert receipt.headers["cache-control"] == "no-store"
    first, second = [await browser.get(f"/en/my/receipts/{address}/receipt.pdf") for _ in range(2)]
    assert first.content == second.content
    assert b"pdfuaid" in first.content
    proof = await browser.get(f"/en/my/receipts/{address}/proof.json")
    assert verified(proof.json(), world, tmp_path)
    assert (await (await world.browser("javier")).get(str(receipt.url))).status_code == 404


def verified(proof: object, world: World, folder: Path) -> bool:
    """Whether the standalone verifier, with the published key alone, finds the entry."""
    lines = known_keys(world.house)
    (folder / "receipt.json").write_text(json.dumps(proof), encoding="utf-8")
    (folder / "ledger.vkey").write_text("\n".join(lines) + "\n", encoding="utf-8")
    files = (str(folder / "receipt.json"), "--key", str(folder / "ledger.vkey"))
    command = (sys.executable, str(VERIFIER), "receipt", *files)
    said = subprocess.run(command, capture_output=True)
    return said.returncode == 0


async def test_who_used_her_data_and_what_happened_without_her(world: World) -> None:
    browser = await world.browser("maite")
    uses = await browser.get("/en/my/uses")
    assert "Cardiometabolic risk" in uses.text
    assert "Your data were handed over" in uses.text
    notices = await browser.get("/en/my/notices")
    assert "Your data were delivered to a study: Cardiometabolic risk" in notices.text
    record = await browser.get("/en/my/record")
    assert "Maite" in record.text


async def test_somebody_whom_the_register_does_not_know_is_told_so(world: World) -> None:
    page = await (await world.browser("researcher")).get("/en/my")
    assert "does not know you by this account" in page.text
