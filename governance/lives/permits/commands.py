"""What can be asked of a permit, and the facts of other lives that deciding needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.lives.permits.words import PermitContent
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, NoFacts
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import ProhibitedUse


@dataclass(frozen=True, slots=True)
class GrantFacts:
    """What stands behind a grant. None is unknown and refuses."""

    request_granted: bool | None
    """``access-request.decided.v1`` granted it, and it was not closed or withdrawn since."""
    request_protocol: int | None
    """The newest protocol version of the request."""
    ethics_in_force: bool | None
    """``ethics.decision-delivered.v1`` is favourable, for that protocol version."""
    identifier_variables: frozenset[str] | None
    """``dataset/name`` of every identifier among the datasets named."""
    wider_than_request: frozenset[str] | None
    """Fields that go beyond what the request asked for, as it was granted and reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _PermitCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    permit_id: str

    @property
    def stream(self) -> str:
        """The permit itself."""
        return self.permit_id


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePermit(_PermitCommand):
    """Grant what an access request asks, as decided (EHDS 68)."""

    ACT: ClassVar[Act] = Act.ISSUE_PERMIT
    FACTS: ClassVar[type] = GrantFacts
    content: PermitContent
    purpose_in_detail: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendPermit(_PermitCommand):
    """Change persons, data or purpose; nothing is ever edited in place (EHDS 68(13))."""

    ACT: ClassVar[Act] = Act.AMEND_PERMIT
    FACTS: ClassVar[type] = GrantFacts
    content: PermitContent
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendPermit(_PermitCommand):
    """Stop all processing for the time being (EHDS 63)."""

    ACT: ClassVar[Act] = Act.SUSPEND_PERMIT
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumePermit(_PermitCommand):
    """End a suspension."""

    ACT: ClassVar[Act] = Act.RESUME_PERMIT
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokePermit(_PermitCommand):
    """End the permit for good (EHDS 63(3))."""

    ACT: ClassVar[Act] = Act.REVOKE_PERMIT
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendPermit(_PermitCommand):
    """Prolong it, once, by at most ten years, asked a month before its end (EHDS 68(12))."""

    ACT: ClassVar[Act] = Act.EXTEND_PERMIT
    ends: date
    asked_on: date
    justification: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpirePermit(_PermitCommand):
    """Record that its last day is over; rules compare the date and never wait for this."""

    ACT: ClassVar[Act] = Act.EXPIRE_PERMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUndertaking(_PermitCommand):
    """A named person undertakes permanent secrecy and not to re-identify."""

    ACT: ClassVar[Act] = Act.SIGN_UNDERTAKING
    person: SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagProhibitedUse(_PermitCommand):
    """A prohibited use was detected: access stops at once (EHDS 54)."""

    ACT: ClassVar[Act] = Act.FLAG_PROHIBITED_USE
    use: ProhibitedUse
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDeletion(_PermitCommand):
    """The environment deleted the data, within six months of the end (EHDS 68(12))."""

    ACT: ClassVar[Act] = Act.RECORD_DELETION
    evidence: FreeText


COMMANDS = (
    IssuePermit,
    AmendPermit,
    SuspendPermit,
    ResumePermit,
    RevokePermit,
    ExtendPermit,
    ExpirePermit,
    SignUndertaking,
    FlagProhibitedUse,
    RecordDeletion,
)
