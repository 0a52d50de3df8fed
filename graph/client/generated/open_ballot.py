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


class OpenBallot(BaseModel):
    open_ballot: Union[
        "OpenBallotOpenBallotEthicsReviewChanged",
        "OpenBallotOpenBallotRefused",
        "OpenBallotOpenBallotConflict",
    ] = Field(alias="openBallot", discriminator="typename__")


class OpenBallotOpenBallotEthicsReviewChanged(BaseModel):
    typename__: Literal["EthicsReviewChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["OpenBallotOpenBallotEthicsReviewChangedEntries"]
    changed: Optional["OpenBallotOpenBallotEthicsReviewChangedChanged"]


class OpenBallotOpenBallotEthicsReviewChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class OpenBallotOpenBallotEthicsReviewChangedChanged(BaseModel):
    id: str
    status: Optional[ReviewStatus]
    outcome: Optional[EthicsOutcome]


class OpenBallotOpenBallotRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class OpenBallotOpenBallotConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


OpenBallot.model_rebuild()
OpenBallotOpenBallotEthicsReviewChanged.model_rebuild()
