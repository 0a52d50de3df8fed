"""Documents of a request: honest PDFs are attached, read by whoever may, and removed."""

from __future__ import annotations

from httpx2 import AsyncClient, Response

from governance.service.ledger_check import ledger_size
from tests.pdfs import a_pdf, opens_with
from tests.portal.forms import forms_in, send
from tests.portal.world import World

DRAFT = "sleep-and-memory"


async def attach(
    browser: AsyncClient, page: Response, content: bytes, name: str = "Protocol 1.pdf"
) -> Response:
    """Send the form of this page with a file."""
    form = forms_in(page)[0]
    data = {"key": dict(form.fields)["key"], "item": "j-ethics-information"}
    return await browser.post(
        form.action, data=data, files={"file": (name, content, "application/pdf")}
    )


async def test_a_document_is_attached_once_read_as_it_was_and_removed(world: World) -> None:
    browser, content = await world.browser("researcher"), a_pdf()
    request = world.known.requests[DRAFT]
    page = await browser.get(f"/en/requests/{request}/documents")
    assert "No document is attached." in page.text
    before = await ledger_size(world.house)
    for _ in range(2):
        shown = await attach(browser, page, content, "C:\\plans\\Añadido <1>.pdf")
    assert await ledger_size(world.house) == before + 1
    assert "Añadido &lt;1&gt;.pdf" in shown.text
    address = shown.text.split("/documents/")[1].split('"')[0]
    file = await browser.get(f"/en/requests/{request}/documents/{address}")
    assert file.content == content
    assert file.headers["content-type"] == "application/pdf"
    assert file.headers["content-disposition"].startswith("attachment; filename*=UTF-8''A%C3%B1")
    assert file.headers["x-content-type-options"] == "nosniff"
    stranger = await world.browser("maite")
    found = await stranger.get(f"/en/requests/{request}/documents/{address}")
    assert found.status_code == 404
    removal = await browser.get(f"/en/requests/{request}/documents/{address}/remove")
    assert "No document is attached." in (await send(browser, removal)).text


async def test_a_file_that_is_not_taken_says_why_at_its_field(world: World) -> None:
    browser = await world.browser("researcher")
    page = await browser.get(f"/es/requests/{world.known.requests[DRAFT]}/documents")
    faulty = await attach(browser, page, a_pdf(opens_with("/JavaScript", "/JS")))
    assert faulty.status_code == 422
    assert "Este PDF contiene programas" in faulty.text
    assert 'value="j-ethics-information" selected' in faulty.text
    large = await attach(browser, page, bytes(2 * 1024 * 1024 + 80_000))
    assert large.status_code == 413


async def test_what_was_handed_in_stays_and_the_access_body_reads_it(world: World) -> None:
    browser, content = await world.browser("researcher"), a_pdf()
    request = world.known.requests[DRAFT]
    await attach(browser, await browser.get(f"/en/requests/{request}/documents"), content)
    await send(browser, await browser.get(f"/en/requests/{request}/submit-request"))
    page = await browser.get(f"/en/requests/{request}/documents")
    assert "Protocol 1.pdf" in page.text
    assert "Remove" not in page.text
    assert "Attach a document" not in page.text
    officer = await world.browser("access-officer")
    whole = await officer.get(f"/en/access-body/{request}")
    address = whole.text.split("/documents/")[1].split('"')[0]
    file = await officer.get(f"/en/requests/{request}/documents/{address}")
    assert file.content == content
