"""Ids of people anywhere in a package: in headers, values, names of files, or bare bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tests.checker.contents import Finding, Row, Variants

TOKEN = re.compile(rb"[0-9A-Za-z_.-]+")
SHORTEST = 4


def distinctive(ids: Iterable[object]) -> set[str]:
    """Ids that cannot be there by chance: long enough, and not a bare number."""
    texts = {str(one).strip() for one in ids if one is not None}
    return {text for text in texts if len(text) >= SHORTEST and not _is_number(text)}


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def id_anywhere(
    folder: Path, variants: Variants, columns: list[str], rows: list[Row], ids: set[str]
) -> list[Finding]:
    """Findings for each place where an id was seen; the id itself is not repeated."""
    findings = []
    words = "\n".join(variants.samples)
    sites = "\n".join({cell for site in variants.sites for cell in site.fixed.split("\t")})
    values = {str(value) for row in rows for key, value in row.items() if key != columns[0]}
    places = {
        "id-in-header": ("variants", variants.header),
        "id-among-samples": ("variants", words),
        "id-in-sites": ("variants", sites),
        "id-in-table": ("table", "\n".join([*columns, *values])),
    }
    for code, (where, text) in places.items():
        if seen := sum(1 for one in ids if one in text):
            findings.append(Finding(code, where, f"{seen} ids of people"))
    for path in sorted(folder.rglob("*")):
        if any(one in path.name for one in ids):
            findings.append(Finding("id-in-file-name", "package", "a file is named for somebody"))
        if path.is_file():
            tokens = {token.decode() for token in TOKEN.findall(path.read_bytes())}
            if seen := len(tokens & ids):
                findings.append(Finding("id-in-bytes", path.name, f"{seen} ids of people"))
    return findings
