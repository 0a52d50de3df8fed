"""Fields of a value that hold more than they say: the key of a thing, or a pair of two names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from governance.views.access_log import ReadShown
from governance.views.changes import Change
from governance.views.foreseen import Affected, PermitAffected, ReleaseAffected
from governance.views.noticed import Notice
from governance.views.permit_shown import PermitShown
from governance.views.record import RecordShown
from governance.views.request_rows import RequestRow
from governance.views.request_shown import RequestShown
from governance.views.tasks import Task
from governance.views.uses import Use


@dataclass(frozen=True, slots=True)
class VariableNamed:
    """A variable of a dataset, by name."""

    dataset: str
    """The key of the dataset."""
    name: str
    """The name of the variable there."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """What an issuer calls somebody."""

    issuer: str
    """Who issued it: a register, a hospital, a biobank."""
    value: str
    """What the issuer calls the person."""


@dataclass(frozen=True, slots=True)
class About:
    """What something is about: an aggregate of the ledger, and the key of one of its streams."""

    life: str
    """The aggregate, such as `permits`."""
    key: str
    """The stream; empty where it is about the whole, or about a person."""


PAIRS: dict[tuple[Any, str], Any] = {
    (PermitShown, "variables"): VariableNamed,
    (RequestShown, "variables"): VariableNamed,
    (RecordShown, "identifiers"): Identifier,
    (ReadShown, "about"): About,
    (Change, "about"): About,
    (Task, "about"): About,
}
"""Fields of pairs, and what the pair is."""

KEYS: dict[tuple[Any, str], str] = {
    (PermitShown, "request"): "AccessRequest",
    (RequestRow, "permit"): "Permit",
    (RequestShown, "permit"): "Permit",
    (Use, "permit"): "Permit",
    (Affected, "permit"): "Permit",
    (PermitAffected, "permit"): "Permit",
    (ReleaseAffected, "permit"): "Permit",
    (Notice, "permit"): "Permit",
    (Notice, "release"): "Release",
}
"""Fields that hold the key of a thing: the thing itself is shown, as far as she may see it."""
