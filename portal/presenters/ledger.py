"""The ledger in words: its summary, its entries and their proofs, and what a check found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from governance.service.ledger_check import Finding, Progress
from governance.views.ledger import EntryShown, LedgerShown
from portal.languages import Tongue
from portal.messages.dates import instant
from portal.messages.entries import happened
from portal.messages.ledger import called, found_in_words
from portal.messages.names import name
from portal.messages.numbers import listed, number

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry in a list."""

    position: int
    what: str
    about: str
    when: str
    by: str


def summary(shown: LedgerShown, tongue: Tongue) -> list[Row]:
    """Size, root and the newest signed note."""
    said = tongue.gettext
    values: Sequence[tuple[str, str | None]] = (
        (said("Entries"), number(tongue, shown.size) if shown.size is not None else None),
        (said("Root hash"), shown.root_hash),
        (said("Newest entry"), instant(tongue, shown.at) if shown.at else None),
        (said("Newest signed checkpoint"), shown.signature.note if shown.signature else None),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def line(row: EntryShown, tongue: Tongue) -> EntryLine:
    """One entry: what happened, when, and who did it."""
    person = row.by.person.name if row.by else None
    roles = [name(tongue, role) for role in sorted(row.by.roles)] if row.by else []
    return EntryLine(
        position=row.position or 0,
        what=happened(tongue, row.code or ""),
        about=called(tongue, (row.stream or "").partition("/")[0]),
        when=instant(tongue, row.at) if row.at else "",
        by=", ".join(filter(None, (person, listed(tongue, roles)))),
    )


def proof(shown: EntryShown, tongue: Tongue) -> list[Row]:
    """The hash of the entry and the hashes that lead from it to a signed root."""
    said = tongue.gettext
    rows: list[Row] = []
    if shown.leaf_hash:
        rows.append({"key": said("Hash of the entry"), "value": shown.leaf_hash})
    if shown.proof:
        rows.append({"key": said("Proof"), "value": " ".join(shown.proof.hashes) or "-"})
        rows.append({"key": said("Root hash"), "value": shown.proof.root_hash})
        rows.append({"key": said("Signed checkpoint"), "value": shown.proof.checkpoint.note})
    return rows


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the whole ledger came to."""

    sound: bool
    says: str
    findings: tuple[str, ...]
    anchored: str
    """Up to where a signed checkpoint agrees."""


def checked(last: Progress, tongue: Tongue) -> Checked:
    """How many entries were hashed anew, and everything that does not agree."""
    found = last.so_far
    counted = {"n": number(tongue, found.entries)}
    if found.findings:
        says = tongue.gettext("%(n)s entries were hashed anew. Something does not agree.") % counted
    else:
        says = tongue.gettext("%(n)s entries were hashed anew. Everything agrees.") % counted
    if found.anchored:
        anchored = tongue.gettext("Up to entry %(n)s a signed checkpoint agrees.") % {
            "n": number(tongue, found.anchored)
        }
    else:
        anchored = tongue.gettext("No signed checkpoint agrees with any part of it yet.")
    return Checked(
        not found.findings, says, tuple(_finding(one, tongue) for one in found.findings), anchored
    )


def _finding(one: Finding, tongue: Tongue) -> str:
    """What does not agree, and where."""
    said = {"position": number(tongue, one.position), "says": found_in_words(tongue, one.code)}
    return tongue.gettext("Entry %(position)s: %(says)s") % said
