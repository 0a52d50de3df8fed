from datetime import datetime
from typing import Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .enums import EthicsOutcome, ReviewStatus
from .fragments import (  # noqa: F401
    Overtaken,
    RefusedWhy,
    RefusedWhyAuthentication,
    RefusedWhyRules,
)


class SubmitEvidence(BaseModel):
    submit_evidence: Union[
        "SubmitEvidenceSubmitEvidenceEthicsReviewChanged",
        "SubmitEvidenceSubmitEvidenceRefused",
        "SubmitEvidenceSubmitEvidenceConflict",
    ] = Field(alias="submitEvidence", discriminator="typename__")


class SubmitEvidenceSubmitEvidenceEthicsReviewChanged(BaseModel):
    typename__: Literal["EthicsReviewChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["SubmitEvidenceSubmitEvidenceEthicsReviewChangedEntries"]
    changed: Optional["SubmitEvidenceSubmitEvidenceEthicsReviewChangedChanged"]


class SubmitEvidenceSubmitEvidenceEthicsReviewChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class SubmitEvidenceSubmitEvidenceEthicsReviewChangedChanged(BaseModel):
    id: str
    status: Optional[ReviewStatus]
    outcome: Optional[EthicsOutcome]


class SubmitEvidenceSubmitEvidenceRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class SubmitEvidenceSubmitEvidenceConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


SubmitEvidence.model_rebuild()
SubmitEvidenceSubmitEvidenceEthicsReviewChanged.model_rebuild()
