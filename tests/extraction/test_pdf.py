"""What a PDF must be before it is kept."""

from __future__ import annotations

import pytest

from governance.extraction.pdf import Fault, fault_of
from tests.pdfs import a_pdf, opens_with

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
