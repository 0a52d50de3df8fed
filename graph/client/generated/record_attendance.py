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


class RecordAttendance(BaseModel):
    record_attendance: Union[
        "RecordAttendanceRecordAttendanceMeetingChanged",
        "RecordAttendanceRecordAttendanceRefused",
        "RecordAttendanceRecordAttendanceConflict",
    ] = Field(alias="recordAttendance", discriminator="typename__")


class RecordAttendanceRecordAttendanceMeetingChanged(BaseModel):
    typename__: Literal["MeetingChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["RecordAttendanceRecordAttendanceMeetingChangedEntries"]
    changed: Optional["RecordAttendanceRecordAttendanceMeetingChangedChanged"]


class RecordAttendanceRecordAttendanceMeetingChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class RecordAttendanceRecordAttendanceMeetingChangedChanged(BaseModel):
    id: str
    status: Optional[MeetingStatus]


class RecordAttendanceRecordAttendanceRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class RecordAttendanceRecordAttendanceConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


RecordAttendance.model_rebuild()
RecordAttendanceRecordAttendanceMeetingChanged.model_rebuild()
