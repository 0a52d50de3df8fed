"""What is attached to a request: one PDF, and the item that it belongs to."""

from __future__ import annotations

import asyncio

from starlette.datastructures import UploadFile
from wtforms import FileField, SelectField

from governance.lives.access_requests.attachments import LONGEST_NAME, MOST_BYTES, UNFIT
from governance.lives.access_requests.words import Item
from portal.forms.deeds import named
from portal.forms.form import Form
from portal.forms.pdf import Fault, fault_of
from portal.languages import N_

NAMELESS = "document"
FAULTS = {
    Fault.EMPTY: N_("Choose a PDF file"),
    Fault.TOO_LARGE: N_("The file must be smaller than 2 MB"),
    Fault.NOT_PDF: N_("The file must be a PDF that can be opened"),
    Fault.ENCRYPTED: N_("The file must be a PDF without a password"),
    Fault.ACTIVE: N_("The file must be a PDF without programs, other files or forms in it"),
}


class AttachForm(Form):
    """A file, and what it is about."""

    item = SelectField(N_("What it is about"), choices=named(Item))
    file = FileField(
        N_("Document"),
        description=N_("A PDF smaller than 2 MB, without a password, programs or other files."),
    )

    async def content(self) -> bytes | None:
        """The file that was sent; None where it is not taken, and then its field says why."""
        sent = self["file"].data
        there = isinstance(sent, UploadFile)
        content = await sent.read(MOST_BYTES + 1) if there else b""
        fault = await asyncio.to_thread(fault_of, content)
        if fault is None:
            return content
        self.blame("file", FAULTS[fault])
        return None

    def file_name(self) -> str:
        """What the file is called, as far as a name may be kept: no folders, one line, not long."""
        sent = self["file"].data
        called = (sent.filename or "") if isinstance(sent, UploadFile) else ""
        last = called.replace("\\", "/").rpartition("/")[2]
        stem = UNFIT.sub("", last).strip().removesuffix(".pdf").removesuffix(".PDF")
        return f"{stem[: LONGEST_NAME - 4].strip() or NAMELESS}.pdf"
