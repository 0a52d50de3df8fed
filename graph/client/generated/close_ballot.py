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


class CloseBallot(BaseModel):
    close_ballot: Union[
        "CloseBallotCloseBallotEthicsReviewChanged",
        "CloseBallotCloseBallotRefused",
        "CloseBallotCloseBallotConflict",
    ] = Field(alias="closeBallot", discriminator="typename__")


class CloseBallotCloseBallotEthicsReviewChanged(BaseModel):
    typename__: Literal["EthicsReviewChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["CloseBallotCloseBallotEthicsReviewChangedEntries"]
    changed: Optional["CloseBallotCloseBallotEthicsReviewChangedChanged"]


class CloseBallotCloseBallotEthicsReviewChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class CloseBallotCloseBallotEthicsReviewChangedChanged(BaseModel):
    id: str
    status: Optional[ReviewStatus]
    outcome: Optional[EthicsOutcome]


class CloseBallotCloseBallotRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class CloseBallotCloseBallotConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


CloseBallot.model_rebuild()
CloseBallotCloseBallotEthicsReviewChanged.model_rebuild()
