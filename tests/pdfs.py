"""PDF files as people hand them in, and as nobody should: made by a library, read by ours."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

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
