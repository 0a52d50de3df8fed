"""What a PDF must be before it is kept: one that opens, holds pages, and does nothing by itself.

Whoever reads requests opens these files on a computer of the programme. So a file that runs
programs, carries other files, starts others or sends what is typed in it is not taken (OWASP ASVS
5.0, 5.2 and 5.3; ISO 32000-2, 12.6 and 7.11.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, IndirectObject

from governance.lives.access_requests.attachments import MOST_BYTES

MOST_OBJECTS = 50_000
"""More than any text of two megabytes has; looking through them takes a second or two."""
MAGIC = b"%PDF-"
ACTS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/RichMediaExecute"})
"""Actions (``/S``) that run, start or send something."""
CARRIES = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent"})
"""Keys of programs, of other files, and of forms that hold programs."""
KINDS = frozenset({"/EmbeddedFile", "/RichMedia", "/FileAttachment"})
"""Objects (``/Type`` or ``/Subtype``) that carry files."""
WRITTEN = (b"/JavaScript", b"/EmbeddedFile", b"/Launch")
"""Names that stand in the bytes themselves, wherever the tables of the file lead."""
BROKEN = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError)
BROKEN_TOO = (RuntimeError, AssertionError, OSError)
"""What reading a damaged file ends in."""


class Fault(StrEnum):
    """Why a file is not taken."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_PDF = "not-pdf"
    ENCRYPTED = "encrypted"
    ACTIVE = "active"


def fault_of(content: bytes) -> Fault | None:
    """Why this file is not taken; None where it is an honest PDF. Raises nothing."""
    if not content:
        return Fault.EMPTY
    if len(content) > MOST_BYTES:
        return Fault.TOO_LARGE
    if not content.startswith(MAGIC):
        return Fault.NOT_PDF
    try:
        return _looked_into(content)
    except (*BROKEN, *BROKEN_TOO):
        return Fault.NOT_PDF


def _looked_into(content: bytes) -> Fault | None:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        return Fault.ENCRYPTED
    if not reader.pages or sum(map(len, reader.xref.values())) > MOST_OBJECTS:
        return Fault.NOT_PDF
    if any(name in content for name in WRITTEN):
        return Fault.ACTIVE
    return Fault.ACTIVE if any(map(_is_active, _dictionaries(reader))) else None


def _is_active(found: DictionaryObject) -> bool:
    named = {str(found[key]) for key in ("/Type", "/Subtype", "/S") if key in found}
    return bool(CARRIES & found.keys() or (ACTS | KINDS) & named)


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of the file: those that nothing leads to, too."""
    numbers = {(number, g) for g, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    waiting: list[Any] = [reader.trailer]
    waiting += [reader.get_object(IndirectObject(n, g, reader)) for n, g in sorted(numbers)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, DictionaryObject):
            yield one
            waiting.extend(one.raw_get(key) for key in one)
        elif isinstance(one, list):
            waiting.extend(one)
