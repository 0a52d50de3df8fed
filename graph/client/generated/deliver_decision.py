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


class DeliverDecision(BaseModel):
    deliver_decision: Union[
        "DeliverDecisionDeliverDecisionEthicsReviewChanged",
        "DeliverDecisionDeliverDecisionRefused",
        "DeliverDecisionDeliverDecisionConflict",
    ] = Field(alias="deliverDecision", discriminator="typename__")


class DeliverDecisionDeliverDecisionEthicsReviewChanged(BaseModel):
    typename__: Literal["EthicsReviewChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["DeliverDecisionDeliverDecisionEthicsReviewChangedEntries"]
    changed: Optional["DeliverDecisionDeliverDecisionEthicsReviewChangedChanged"]


class DeliverDecisionDeliverDecisionEthicsReviewChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class DeliverDecisionDeliverDecisionEthicsReviewChangedChanged(BaseModel):
    id: str
    status: Optional[ReviewStatus]
    outcome: Optional[EthicsOutcome]


class DeliverDecisionDeliverDecisionRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class DeliverDecisionDeliverDecisionConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


DeliverDecision.model_rebuild()
DeliverDecisionDeliverDecisionEthicsReviewChanged.model_rebuild()
