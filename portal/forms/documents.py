"""What is attached to a request: one PDF, and the item that it belongs to."""

from __future__ import annotations

from starlette.datastructures import UploadFile
from wtforms import FileField, SelectField

from governance.lives.access_requests.attachments import LONGEST_NAME, MOST_BYTES, UNFIT
from governance.lives.access_requests.words import Item
from portal.forms.deeds import named
from portal.forms.form import Form
from portal.languages import N_

NAMELESS = "document"


class AttachForm(Form):
    """A file, and what it is about."""

    item = SelectField(N_("What it is about"), choices=named(Item))
    file = FileField(
        N_("Document"),
        description=N_("A PDF smaller than 2 MB, without a password, programs or other files."),
    )

    async def content(self) -> bytes | None:
        """The file that was sent, no more of it than may be kept and a byte; None without one, and
        then its field says so.
        """
        sent = self["file"].data
        if isinstance(sent, UploadFile) and (content := await sent.read(MOST_BYTES + 1)):
            return content
        self.blame("file", N_("Choose a PDF file"))
        return None

    def file_name(self) -> str:
        """What the file is called, as far as a name may be kept: no folders, one line, not long."""
        sent = self["file"].data
        called = (sent.filename or "") if isinstance(sent, UploadFile) else ""
        last = called.replace("\\", "/").rpartition("/")[2]
        stem = UNFIT.sub("", last).strip().removesuffix(".pdf").removesuffix(".PDF")
        return f"{stem[: LONGEST_NAME - 4].strip() or NAMELESS}.pdf"
