"""A receipt on paper: words that a page found, set by typst without any system package."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

import segno
import typst

from governance.vocabulary.people import Language

TEMPLATE = Path(__file__).with_name("receipt.typ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands on a receipt, in the words of one language."""

    language: Language
    title: str
    programme: str
    said: str
    rows: tuple[tuple[str, str], ...]
    """Labels and values, in order."""
    proof_title: str
    proof: str
    hashes: tuple[tuple[str, str], ...]
    address: str
    """Where anybody can check it; also as a QR code."""
    address_words: str
    code_words: str
    """What the QR code shows, for whoever does not see it."""
    made_at: datetime


def as_pdf(paper: Paper) -> bytes:
    """The receipt, tagged, in its language. Raises RuntimeError where typst cannot set it."""
    code = BytesIO()
    segno.make(paper.address, error="m").save(code, kind="svg", border=0)
    told = asdict(paper) | {"made_at": paper.made_at.isoformat(), "code": code.getvalue().decode()}
    made: bytes = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"receipt": json.dumps(told)},
        pdf_standards="ua-1",
        timestamp=int(paper.made_at.timestamp()),
    )
    return made
