from datetime import datetime
from typing import Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .enums import MeetingStatus
from .fragments import (  # noqa: F401
    Overtaken,
    RefusedWhy,
    RefusedWhyAuthentication,
    RefusedWhyRules,
)


class ApproveMinutes(BaseModel):
    approve_minutes: Union[
        "ApproveMinutesApproveMinutesMeetingChanged",
        "ApproveMinutesApproveMinutesRefused",
        "ApproveMinutesApproveMinutesConflict",
    ] = Field(alias="approveMinutes", discriminator="typename__")


class ApproveMinutesApproveMinutesMeetingChanged(BaseModel):
    typename__: Literal["MeetingChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["ApproveMinutesApproveMinutesMeetingChangedEntries"]
    changed: Optional["ApproveMinutesApproveMinutesMeetingChangedChanged"]


class ApproveMinutesApproveMinutesMeetingChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class ApproveMinutesApproveMinutesMeetingChangedChanged(BaseModel):
    id: str
    status: Optional[MeetingStatus]


class ApproveMinutesApproveMinutesRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class ApproveMinutesApproveMinutesConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


ApproveMinutes.model_rebuild()
ApproveMinutesApproveMinutesMeetingChanged.model_rebuild()
