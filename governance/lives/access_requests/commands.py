"""What can be asked of an access request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.lives.access_requests.words import Application, Attachment, Criterion, Item
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, NoFacts
from governance.vocabulary.erasable import FreeText, KeptFile


@dataclass(frozen=True, slots=True)
class DueFacts:
    """Which deadline the law gives to what follows."""

    due: date | None
    """By ``policy/deadlines.py``, from the day of this act."""


@dataclass(frozen=True, slots=True)
class EthicsFacts:
    """What the committee said."""

    favourable: bool | None
    """``ethics.decision-delivered.v1`` is favourable, in force, and for the newest protocol."""


@dataclass(frozen=True, slots=True)
class AttachFacts:
    """What the committee waits for."""

    evidence_due: bool | None
    """``ethics.decision-delivered.v1`` named conditions without ``ethics.evidence-accepted.v1``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _RequestCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    request_id: str

    @property
    def stream(self) -> str:
        """The request itself."""
        return self.request_id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written(_RequestCommand):
    application: Application
    benefit: FreeText
    pseudonymisation: FreeText
    brought_in: FreeText
    safeguards: FreeText
    ethics_information: FreeText
    override_justification: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRequest(_Written):
    """Begin a request; whoever does is its applicant."""

    ACT: ClassVar[Act] = Act.DRAFT_REQUEST


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRequest(_Written):
    """Write it anew, while it is a draft or was returned."""

    ACT: ClassVar[Act] = Act.EDIT_REQUEST


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachDocument(_RequestCommand):
    """Add a PDF to an item, while it is written or evidence is due (EHDS 67(2))."""

    ACT: ClassVar[Act] = Act.ATTACH_DOCUMENT
    FACTS: ClassVar[type] = AttachFacts
    attachment: Attachment
    name: FreeText
    """What the file is called: it may name somebody."""
    file: KeptFile


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAttachment(_RequestCommand):
    """Take a document out again, unless it was handed in and is being judged."""

    ACT: ClassVar[Act] = Act.REMOVE_ATTACHMENT
    FACTS: ClassVar[type] = AttachFacts
    attachment_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitRequest(_RequestCommand):
    """Hand it in. Every missing item is named at once."""

    ACT: ClassVar[Act] = Act.SUBMIT_REQUEST


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRequest(_RequestCommand):
    """Ask for completion of some items; four weeks (EHDS 68(4))."""

    ACT: ClassVar[Act] = Act.RETURN_REQUEST
    FACTS: ClassVar[type] = DueFacts
    items: frozenset[Item]
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmComplete(_RequestCommand):
    """It is complete: the three months begin (EHDS 68(4))."""

    ACT: ClassVar[Act] = Act.CONFIRM_COMPLETE
    FACTS: ClassVar[type] = DueFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendDeadline(_RequestCommand):
    """Three months more, once, with reasons (EHDS 68(4))."""

    ACT: ClassVar[Act] = Act.EXTEND_DEADLINE
    FACTS: ClassVar[type] = DueFacts
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAssessment(_RequestCommand):
    """Which criteria of EHDS 68(1) an assessor found true."""

    ACT: ClassVar[Act] = Act.RECORD_ASSESSMENT
    met: frozenset[Criterion]
    notes: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class SendToEthics(_RequestCommand):
    """Hand it to the committee."""

    ACT: ClassVar[Act] = Act.SEND_TO_ETHICS


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideRequest(_RequestCommand):
    """Grant, or refuse with a justification (EHDS 68(9))."""

    ACT: ClassVar[Act] = Act.DECIDE_REQUEST
    FACTS: ClassVar[type] = EthicsFacts
    granted: bool
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferStatistics(_RequestCommand):
    """Offer an anonymised answer instead (EHDS 68(3))."""

    ACT: ClassVar[Act] = Act.OFFER_STATISTICS


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOffer(_RequestCommand):
    """Take the offer, or not."""

    ACT: ClassVar[Act] = Act.ANSWER_OFFER
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRequest(_RequestCommand):
    """The applicant gives it up."""

    ACT: ClassVar[Act] = Act.WITHDRAW_REQUEST


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRequest(_RequestCommand):
    """Close it: decided, or not completed in time."""

    ACT: ClassVar[Act] = Act.CLOSE_REQUEST


COMMANDS = (
    DraftRequest,
    EditRequest,
    AttachDocument,
    RemoveAttachment,
    SubmitRequest,
    ReturnRequest,
    ConfirmComplete,
    ExtendDeadline,
    RecordAssessment,
    SendToEthics,
    DecideRequest,
    OfferStatistics,
    AnswerOffer,
    WithdrawRequest,
    CloseRequest,
)
