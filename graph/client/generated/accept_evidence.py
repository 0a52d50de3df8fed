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


class AcceptEvidence(BaseModel):
    accept_evidence: Union[
        "AcceptEvidenceAcceptEvidenceEthicsReviewChanged",
        "AcceptEvidenceAcceptEvidenceRefused",
        "AcceptEvidenceAcceptEvidenceConflict",
    ] = Field(alias="acceptEvidence", discriminator="typename__")


class AcceptEvidenceAcceptEvidenceEthicsReviewChanged(BaseModel):
    typename__: Literal["EthicsReviewChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["AcceptEvidenceAcceptEvidenceEthicsReviewChangedEntries"]
    changed: Optional["AcceptEvidenceAcceptEvidenceEthicsReviewChangedChanged"]


class AcceptEvidenceAcceptEvidenceEthicsReviewChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class AcceptEvidenceAcceptEvidenceEthicsReviewChangedChanged(BaseModel):
    id: str
    status: Optional[ReviewStatus]
    outcome: Optional[EthicsOutcome]


class AcceptEvidenceAcceptEvidenceRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class AcceptEvidenceAcceptEvidenceConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


AcceptEvidence.model_rebuild()
AcceptEvidenceAcceptEvidenceEthicsReviewChanged.model_rebuild()
