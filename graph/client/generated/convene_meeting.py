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


class ConveneMeeting(BaseModel):
    convene_meeting: Union[
        "ConveneMeetingConveneMeetingMeetingChanged",
        "ConveneMeetingConveneMeetingRefused",
        "ConveneMeetingConveneMeetingConflict",
    ] = Field(alias="conveneMeeting", discriminator="typename__")


class ConveneMeetingConveneMeetingMeetingChanged(BaseModel):
    typename__: Literal["MeetingChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["ConveneMeetingConveneMeetingMeetingChangedEntries"]
    changed: Optional["ConveneMeetingConveneMeetingMeetingChangedChanged"]


class ConveneMeetingConveneMeetingMeetingChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class ConveneMeetingConveneMeetingMeetingChangedChanged(BaseModel):
    id: str
    key: str
    status: Optional[MeetingStatus]


class ConveneMeetingConveneMeetingRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class ConveneMeetingConveneMeetingConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


ConveneMeeting.model_rebuild()
ConveneMeetingConveneMeetingMeetingChanged.model_rebuild()
