"""What a clerk would know of a study and of the release that was made ready for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """One dataset that the release reads, and the variables taken from it."""

    name: str
    variables: frozenset[str]
    identifiers: frozenset[str] = frozenset()
    genomic: bool = True
    grounds: tuple[str, str] = ("e", "j")
    """The letters of GDPR 6(1) and 9(2)."""
    protected: bool = False
    retired: bool = False
    no_commerce: bool = False
    """Collected under terms for recipients without profit only."""
    family_linked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """The paper as the authority signed it, and what became of it."""

    status: str = "in-force"
    law: str | None = "programme"
    issued: datetime
    starts: date
    ends: date
    purposes: frozenset[str]
    cells: frozenset[str]
    datasets: frozenset[str]
    variables: frozenset[tuple[str, str]]
    study: str
    tools: tuple[str, ...] = ("python",)
    statistics_only: bool = False
    pseudonyms_justified: bool = True
    opt_out_overridden: bool = False
    public_body: bool = True
    commercial: bool = False
    flagged: bool = False
    place: str = "navarre-and-spain"
    environment: str = "spe-1"
    adequate: bool = True
    conditions_for: frozenset[str] = frozenset()
    protocol: int = 1
    named: frozenset[str]
    undertaken: frozenset[str]
    applicant: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ethics:
    """The paper of the committee."""

    outcome: str = "favourable"
    suspended: bool = False
    protocol_decided: int = 1
    protocol_now: int = 1
    open_conditions: int = 0
    minuted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A release that was made ready, with everything behind it."""

    permit: Permit
    ethics: Ethics
    cells: frozenset[str]
    datasets: tuple[Dataset, ...]
    destination: str = "spe-1"
    requester: str
    preparer: str
    assessor: str
    signers: tuple[str, ...]
    stopped: bool = False
    people: int = 60
    minimum: int = 10
    sheet_major: int = 1
    explains_genetics: frozenset[int] = frozenset({1, 2})
    strict_on_genomics: bool = True

    @property
    def genomic(self) -> bool:
        """Whether genomic data would leave."""
        return any(one.genomic for one in self.datasets)

    @property
    def family_linked(self) -> bool:
        """Whether the data reveal relatives."""
        return any(one.family_linked for one in self.datasets)
