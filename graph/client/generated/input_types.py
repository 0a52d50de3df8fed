from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import (
    Capacity,
    Criterion,
    DataCategory,
    EhdsCategory,
    Language,
    PermitKind,
    ProhibitedUse,
    Purpose,
    Reach,
    RecipientKind,
    RequestItem,
    RequestKind,
    Says,
    Vote,
)


class AcceptEvidenceInput(BaseModel):
    """The condition is met."""

    request_id: str = Field(alias="requestId")
    "The request."
    condition: int
    "The number of the condition."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class ApplicationInput(BaseModel):
    """What is asked, as plain values; the texts that justify it stand beside it."""

    kind: RequestKind
    "Of which kind it is."
    study: str
    "The name of the study."
    principal_investigator: str = Field(alias="principalInvestigator")
    "Who leads the study."
    named_persons: list[str] = Field(alias="namedPersons")
    "Everybody who may work with the data (EHDS 68(10)(d))."
    purposes: list[Purpose]
    "What the data are used for."
    cells: list["CellInput"]
    "Cells: purpose, kind of data and recipient."
    datasets: list[str]
    "The datasets."
    columns: list["VariableNamedInput"]
    "(dataset id, variable) pairs."
    recipient: RecipientKind
    "The kind of recipient."
    recipient_place: Reach = Field(alias="recipientPlace")
    "Where the recipient is."
    applicant_is_public: bool = Field(alias="applicantIsPublic")
    "Whether the applicant is a public body, or acts for one under a mandate (EHDS 53(2))."
    pseudonymised: bool
    "Whether records leave under pseudonyms; otherwise anonymous."
    environment_id: str = Field(alias="environmentId")
    "The secure processing environment."
    tools: list[str]
    "Software that is needed in the environment."
    starts: date
    "The first day."
    ends: date
    "The last day."
    declared_uses: Optional[list[ProhibitedUse]] = Field(
        alias="declaredUses", default=None
    )
    "Uses of EHDS 54 that the applicant could not exclude."
    opt_out_override: Optional[bool] = Field(alias="optOutOverride", default=None)
    "Whether records of opted-out people are asked for under EHDS 71(4)."


class ApproveMinutesInput(BaseModel):
    """The minutes stand; with them the meeting's decisions take effect."""

    meeting_id: str = Field(alias="meetingId")
    "The meeting."
    minutes: str
    "The minutes."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class AssignReviewInput(BaseModel):
    """Begin: a member reports on the request."""

    request_id: str = Field(alias="requestId")
    "The request."
    rapporteur: str
    "The member who prepares the review."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class AttachDocumentInput(BaseModel):
    """A PDF for a request, while it is written or evidence is due: smaller than 2 MB, without a password, programs, other files or forms that hold programs."""

    request_id: str = Field(alias="requestId")
    "The request."
    item: RequestItem
    "What the document is about."
    name: str
    "What the file is called: one line, without folders."
    file: str
    "The bytes of the file in base64 (RFC 4648, section 4), without line breaks."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class CastVoteInput(BaseModel):
    """Vote; nobody sees votes before the ballot is closed."""

    request_id: str = Field(alias="requestId")
    "The request."
    vote: Vote
    "The vote."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class CellInput(BaseModel):
    """One thing a citizen can allow or refuse: this purpose, this kind of data, this recipient."""

    purpose: Purpose
    "Asked for this purpose."
    category: DataCategory
    "The kind of data."
    recipient: RecipientKind
    "The kind of recipient."


class CloseBallotInput(BaseModel):
    """End the ballot; its outcome is computed."""

    request_id: str = Field(alias="requestId")
    "The request."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class ConditionInput(BaseModel):
    """What has to be shown, by whom, by when."""

    number: int
    "The number, from 1."
    owner: str
    "Who has to meet it."
    due: date
    "By when something is waited for."


class ConfirmCompleteInput(BaseModel):
    """It is complete: the three months begin (EHDS 68(4))."""

    request_id: str = Field(alias="requestId")
    "The request."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class ConveneMeetingInput(BaseModel):
    """Call a meeting, with the requests to be discussed."""

    day: date
    "The day, in Europe/Madrid."
    agenda: list[str]
    "The requests to be deliberated on, by their reviews."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class DecideRequestInput(BaseModel):
    """Grant, or refuse with a justification (EHDS 68(9))."""

    request_id: str = Field(alias="requestId")
    "The request."
    granted: bool
    "Whether it was granted."
    reason: str
    "Why; null where it was erased."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class DeliverDecisionInput(BaseModel):
    """Write down what the ballot decided, with its conditions."""

    request_id: str = Field(alias="requestId")
    "The request."
    conditions: list["ConditionInput"]
    "The conditions."
    reasons: str
    "Reasons, in words; null where they were erased."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class DraftRequestInput(BaseModel):
    """Begin a request; whoever does is its applicant."""

    application: "ApplicationInput"
    "What is asked: the items of EHDS 67(2) that are not free text."
    benefit: str
    "The expected benefit, and for whom."
    pseudonymisation: str
    "Why pseudonymised records are needed, and anonymous ones would not do."
    brought_in: str = Field(alias="broughtIn")
    "Data that the applicant brings in."
    safeguards: str
    "Safeguards against misuse."
    ethics_information: str = Field(alias="ethicsInformation")
    "What the applicant says on the ethics of the project."
    override_justification: str = Field(alias="overrideJustification")
    "Why records of opted-out people are needed (EHDS 71(4))."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class EndWebhookInput(BaseModel):
    """From now on nothing is sent there."""

    partner_id: str = Field(alias="partnerId")
    "The partner system."
    webhook_id: str = Field(alias="webhookId")
    "32 hexadecimal characters, fresh."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class EnvironmentInput(BaseModel):
    """The secure processing environment into which data are delivered (EHDS 73)."""

    id: str
    "The id of the thing, or its key."
    place: Reach
    "Where the environment is."
    adequate: bool
    "In the EU, or in a country with an adequacy decision (EHDS 87)."


class GivenInput(BaseModel):
    """How something is said: now, over the API, by whoever asks, in this capacity."""

    capacity: Capacity = Capacity.SELF
    "In which capacity: for oneself, as a parent, a guardian, or as judicial support."


class IssuePermitInput(BaseModel):
    """Grant what an access request asks, as decided (EHDS 68)."""

    content: "PermitContentInput"
    "What is granted: the items of EHDS 68(10)."
    purpose_in_detail: str = Field(alias="purposeInDetail")
    "The purpose in detail, as the permit words it."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class LiftOptOutInput(BaseModel):
    """End the opt-out."""

    citizen: str
    "The citizen."
    given: "GivenInput"
    "How it is said."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class OpenBallotInput(BaseModel):
    """Let the committee vote, in a meeting."""

    request_id: str = Field(alias="requestId")
    "The request."
    meeting_id: str = Field(alias="meetingId")
    "The meeting."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class OptOutInput(BaseModel):
    """Object to all secondary use; no reason is asked (EHDS 71)."""

    citizen: str
    "The citizen."
    given: "GivenInput"
    "How it is said."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class PermitContentInput(BaseModel):
    """What the authority grants. Empty fields are legal values here and refused by `decide`."""

    request_id: str = Field(alias="requestId")
    "The request."
    protocol_version: int = Field(alias="protocolVersion")
    "The version of the protocol that the permit is granted for."
    kind: PermitKind
    "Of which kind it is."
    study: str
    "The name of the study."
    applicant: str
    "Who asks for the data and answers for their use."
    principal_investigator: str = Field(alias="principalInvestigator")
    "Who leads the study."
    named_persons: list[str] = Field(alias="namedPersons")
    "Everybody who may work with the data (EHDS 68(10)(d))."
    purposes: list[Purpose]
    "What the data are used for."
    cells: list["CellInput"]
    "Cells: purpose, kind of data and recipient."
    datasets: list[str]
    "The datasets."
    variables: list["PermittedVariableInput"]
    "The variables."
    ehds_categories: list[EhdsCategory] = Field(alias="ehdsCategories")
    "The categories of EHDS 51(1)."
    recipient: RecipientKind
    "The kind of recipient."
    recipient_place: Reach = Field(alias="recipientPlace")
    "Where the recipient is."
    applicant_is_public: bool = Field(alias="applicantIsPublic")
    "Whether the applicant is a public body, or acts for one under a mandate (EHDS 53(2))."
    pseudonymised: bool
    "Whether records leave under pseudonyms; otherwise anonymous."
    pseudonymisation_justified: bool = Field(alias="pseudonymisationJustified")
    "Whether the access body found that pseudonymised records are needed (EHDS 68(1))."
    opt_out_override: Optional[bool] = Field(alias="optOutOverride", default=None)
    "Whether records of opted-out people are asked for under EHDS 71(4)."
    environment: "EnvironmentInput"
    "The secure processing environment."
    starts: date
    "The first day."
    ends: date
    "The last day."
    tools: list[str]
    "Software that is needed in the environment."
    fee_estimate_cents: Optional[int] = Field(alias="feeEstimateCents", default=None)
    "The estimated fees, in euro cents."
    conditions: Optional[list[str]] = None
    "The conditions."
    holder_conditions: Optional[list[str]] = Field(
        alias="holderConditions", default=None
    )
    "Datasets with protected content for which a condition is attached (EHDS 52)."


class PermittedVariableInput(BaseModel):
    """One variable of one dataset."""

    dataset_id: str = Field(alias="datasetId")
    "The dataset."
    name: str
    "The name; null where none is kept, or it was erased."


class PersonInput(BaseModel):
    """Somebody: by an id that you were given, or by issuer and identifier."""

    id: Optional[str] = None
    "The id of the thing, or its key."
    issuer: Optional[str] = None
    "Who issued the identifier: a register, a hospital, a biobank."
    identifier: Optional[str] = None
    "What the issuer calls the person."


class RecordAssessmentInput(BaseModel):
    """Which criteria of EHDS 68(1) an assessor found true."""

    request_id: str = Field(alias="requestId")
    "The request."
    met: list[Criterion]
    "What is met."
    notes: str
    "What the assessor notes."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class RecordAttendanceInput(BaseModel):
    """Who is there, in real time."""

    meeting_id: str = Field(alias="meetingId")
    "The meeting."
    present: list[str]
    "The members who are present."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class RecordChoiceInput(BaseModel):
    """Allow, refuse or withdraw a set of cells. Withdrawing needs no sheet."""

    citizen: str
    "The citizen."
    given: "GivenInput"
    "How it is said."
    cells: list["CellInput"]
    "Cells: purpose, kind of data and recipient."
    says: Says
    "What is said: allow, refuse, or withdraw."
    sheet: Optional["SheetVersionInput"] = None
    "The version of the information sheet that was read."
    language: Optional[Language] = None
    "The language."
    valid_until: Optional[date] = Field(alias="validUntil", default=None)
    "The last day on which it counts; null is without end."
    minor_took_part: Optional[bool] = Field(alias="minorTookPart", default=None)
    "Whether the minor took part in the decision (Ley 14/2007 58.5)."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class RegisterWebhookInput(BaseModel):
    """Tell a partner of what changes, at this address."""

    partner_id: str = Field(alias="partnerId")
    "The partner system."
    url: str
    "The address: `https://`, a host, and a path; no user and no fragment."
    events: Optional[list[str]] = None
    "Codes of the events to be told of; empty means every one that the partner may be told of."
    since: int
    "From this on; a position of the ledger in the feed of changes, a day in the register."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class ReplayWebhookInput(BaseModel):
    """Tell it everything above a position once more; one that was disabled is told again."""

    partner_id: str = Field(alias="partnerId")
    "The partner system."
    webhook_id: str = Field(alias="webhookId")
    "32 hexadecimal characters, fresh."
    since: int
    "From this on; a position of the ledger in the feed of changes, a day in the register."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class SendToEthicsInput(BaseModel):
    """Hand it to the committee."""

    request_id: str = Field(alias="requestId")
    "The request."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class SheetVersionInput(BaseModel):
    """The information that was read before choosing."""

    sheet_id: str = Field(alias="sheetId")
    "The information sheet; without it, all of them."
    major: int
    "The major version: a new one asks for new answers."
    minor: int
    "The minor version: a new one changes nothing of what was answered."


class SignUndertakingInput(BaseModel):
    """A named person undertakes permanent secrecy and not to re-identify."""

    permit_id: str = Field(alias="permitId")
    "The permit."
    person: str
    "The person."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class SubmitEvidenceInput(BaseModel):
    """Show that a condition is met."""

    request_id: str = Field(alias="requestId")
    "The request."
    condition: int
    "The number of the condition."
    evidence: str
    "The evidence."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class SubmitRequestInput(BaseModel):
    """Hand it in. Every missing item is named at once."""

    request_id: str = Field(alias="requestId")
    "The request."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


class UseInput(BaseModel):
    """What somebody would do with records under a permit."""

    permit_id: str = Field(alias="permitId")
    "The permit."
    cells: Optional[list["CellInput"]] = None
    "Purpose, category and recipient. None means all that the permit lists, all of which a citizen must then allow. A release serves one purpose: over several, the use itself is refused."
    datasets: Optional[list[str]] = None
    "From which they would come: some reveal relatives. None means all of the permit that hold anything of these cells."


class VariableNamedInput(BaseModel):
    """A variable of a dataset, by name."""

    dataset: str
    "The key of the dataset."
    name: str
    "The name of the variable there."


class WithdrawEverythingInput(BaseModel):
    """Withdraw every cell and every study answer at once."""

    citizen: str
    "The citizen."
    given: "GivenInput"
    "How it is said."
    idempotency_key: Optional[str] = Field(alias="idempotencyKey", default=None)
    "A key of yours, at most 100 characters: what is sent again with it is done once, and answers as the first time. Something else under the same key is refused."


ApplicationInput.model_rebuild()
DeliverDecisionInput.model_rebuild()
DraftRequestInput.model_rebuild()
IssuePermitInput.model_rebuild()
LiftOptOutInput.model_rebuild()
OptOutInput.model_rebuild()
PermitContentInput.model_rebuild()
RecordChoiceInput.model_rebuild()
UseInput.model_rebuild()
WithdrawEverythingInput.model_rebuild()
