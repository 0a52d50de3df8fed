"""Documents of a request: honest PDFs are attached, read by whoever may, and removed."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from httpx2 import AsyncClient, Response
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from governance.service.ledger_check import ledger_size
from portal.forms.pdf import Fault, fault_of
from tests.portal.forms import forms_in, send
from tests.portal.world import World

DRAFT = "sleep-and-memory"
Change = Callable[[PdfWriter], object]


def a_pdf(change: Change = lambda writer: None) -> bytes:
    """One empty page, and what is done to it."""
    writer, body = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    change(writer)
    writer.write(body)
    return body.getvalue()


def opens_with(kind: str, key: str, *, apart: bool = False) -> Change:
    """An action that runs when the file is opened; its name may stand in an object of its own."""

    def change(writer: PdfWriter) -> None:
        name = NameObject(kind)
        action = {
            NameObject("/S"): writer._add_object(name) if apart else name,
            NameObject(key): TextStringObject("something"),
        }
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)

    return change


HIDDEN = a_pdf(opens_with("/Launch", "/F", apart=True)).replace(b"/Launch", b"/L#61unch")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (a_pdf(), None),
        (a_pdf(opens_with("/URI", "/URI")), None),
        (b"", Fault.EMPTY),
        (a_pdf() + bytes(2 * 1024 * 1024), Fault.TOO_LARGE),
        (b"<html>hello</html>", Fault.NOT_PDF),
        (b"%PDF-1.7 and nothing more", Fault.NOT_PDF),
        (a_pdf()[:200], Fault.NOT_PDF),
        (a_pdf(lambda writer: writer.encrypt("secret")), Fault.ENCRYPTED),
        (a_pdf(lambda writer: writer.encrypt("")), Fault.ENCRYPTED),
        (a_pdf(opens_with("/JavaScript", "/JS")), Fault.ACTIVE),
        (a_pdf(opens_with("/Launch", "/F")), Fault.ACTIVE),
        (a_pdf(opens_with("/SubmitForm", "/F")), Fault.ACTIVE),
        (a_pdf(lambda writer: writer.add_attachment("a.exe", b"MZ")), Fault.ACTIVE),
        (HIDDEN, Fault.ACTIVE),
    ],
    ids=[
        "one page",
        "a link",
        "nothing",
        "too large",
        "a web page",
        "only the first line",
        "cut off",
        "a password",
        "an empty password",
        "a program",
        "it starts something",
        "it sends something",
        "another file in it",
        "a name written in another way",
    ],
)
def test_only_an_honest_pdf_is_taken(content: bytes, fault: Fault | None) -> None:
    assert fault_of(content) is fault


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
    assert "El fichero debe ser un PDF sin programas" in faulty.text
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
