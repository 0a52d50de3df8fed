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


class CastVote(BaseModel):
    cast_vote: Union[
        "CastVoteCastVoteEthicsReviewChanged",
        "CastVoteCastVoteRefused",
        "CastVoteCastVoteConflict",
    ] = Field(alias="castVote", discriminator="typename__")


class CastVoteCastVoteEthicsReviewChanged(BaseModel):
    typename__: Literal["EthicsReviewChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["CastVoteCastVoteEthicsReviewChangedEntries"]
    changed: Optional["CastVoteCastVoteEthicsReviewChangedChanged"]


class CastVoteCastVoteEthicsReviewChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class CastVoteCastVoteEthicsReviewChangedChanged(BaseModel):
    id: str
    status: Optional[ReviewStatus]
    outcome: Optional[EthicsOutcome]


class CastVoteCastVoteRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class CastVoteCastVoteConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


CastVote.model_rebuild()
CastVoteCastVoteEthicsReviewChanged.model_rebuild()
