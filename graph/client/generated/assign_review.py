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


class AssignReview(BaseModel):
    assign_review: Union[
        "AssignReviewAssignReviewEthicsReviewChanged",
        "AssignReviewAssignReviewRefused",
        "AssignReviewAssignReviewConflict",
    ] = Field(alias="assignReview", discriminator="typename__")


class AssignReviewAssignReviewEthicsReviewChanged(BaseModel):
    typename__: Literal["EthicsReviewChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["AssignReviewAssignReviewEthicsReviewChangedEntries"]
    changed: Optional["AssignReviewAssignReviewEthicsReviewChangedChanged"]


class AssignReviewAssignReviewEthicsReviewChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class AssignReviewAssignReviewEthicsReviewChangedChanged(BaseModel):
    id: str
    status: Optional[ReviewStatus]
    outcome: Optional[EthicsOutcome]


class AssignReviewAssignReviewRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class AssignReviewAssignReviewConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


AssignReview.model_rebuild()
AssignReviewAssignReviewEthicsReviewChanged.model_rebuild()
