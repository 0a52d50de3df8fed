"""What is shown of a release, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from governance.lives.datasets.words import VariableRole
from governance.lives.releases.words import ReleaseStatus
from governance.views.people import Person
from governance.views.question import Shown
from governance.vocabulary.instants import Instant
from governance.vocabulary.purposes import Cell, DataCategory, Purpose


@dataclass(frozen=True, slots=True)
class PermitOf:
    """The permit behind a release."""

    id: str
    study: str | None


@dataclass(frozen=True, slots=True)
class DatasetOf:
    """A version of a dataset from which something is taken."""

    id: str
    title: str | None
    version: int
    media: str


@dataclass(frozen=True, slots=True)
class ColumnOf:
    """A column that leaves. A column that nobody described has neither category nor role."""

    dataset: str
    name: str
    category: DataCategory | None
    role: VariableRole | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipeShown:
    """What a signature covers, but for the preview, which stands apart."""

    digest: str
    cells: frozenset[Cell]
    environment: str
    k: int
    minimum_cohort: int


@dataclass(frozen=True, slots=True)
class PreviewShown:
    """How many people the recipe named would have left out when it was laid down.

    None where a part would tell of fewer than ten people.
    """

    considered: int | None
    included: int | None
    left_out: int | None


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody signed."""

    person: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """People to be removed by the recipient; ``people`` is None below ten, for most readers."""

    id: str
    sent_at: datetime
    people: int | None
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Step:
    """Something happened; who did it, the fields about people say."""

    position: int
    at: datetime
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseShown(Shown):
    """The fields of ``View.RELEASE``."""

    status: ReleaseStatus | None = None
    permit: PermitOf | None = None
    purpose: frozenset[Purpose] | None = None
    datasets: tuple[DatasetOf, ...] | None = None
    columns: tuple[ColumnOf, ...] | None = None
    instant: Instant | None = None
    """(P, T) of ``release.frozen``."""
    delivered_on: date | None = None
    people: int | None = None
    """How many are in the package."""
    package_hash: str | None = None
    manifest: bool | None = None
    """Whether there is one; ``preparation.manifest_of`` reads it."""
    removal_notices: tuple[NoticeShown, ...] | None = None
    withheld_for: tuple[str, ...] | None = None
    """Ids of rules that this reader may be told, or what went wrong."""
    history: tuple[Step, ...] | None = None
    recipe: RecipeShown | None = None
    preview: PreviewShown | None = None
    preparer: Person | None = None
    requester: Person | None = None
    signers: tuple[Signature, ...] | None = None
    considered: int | None = None
    """Whom the sources name; with ``left_out``, None where either would tell of a few people."""
    left_out: int | None = None
    removed_in_last_pass: int | None = None
    counts_by_rule: Mapping[str, int] | None = None
    """How many citizens each rule left out; one citizen may count for several rules."""
    cells_blanked: int | None = None
    """By disclosure control."""
