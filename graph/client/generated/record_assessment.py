from datetime import datetime
from typing import Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .enums import RequestStatus
from .fragments import (  # noqa: F401
    Overtaken,
    RefusedWhy,
    RefusedWhyAuthentication,
    RefusedWhyRules,
)


class RecordAssessment(BaseModel):
    record_assessment: Union[
        "RecordAssessmentRecordAssessmentAccessRequestChanged",
        "RecordAssessmentRecordAssessmentRefused",
        "RecordAssessmentRecordAssessmentConflict",
    ] = Field(alias="recordAssessment", discriminator="typename__")


class RecordAssessmentRecordAssessmentAccessRequestChanged(BaseModel):
    typename__: Literal["AccessRequestChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["RecordAssessmentRecordAssessmentAccessRequestChangedEntries"]
    changed: Optional["RecordAssessmentRecordAssessmentAccessRequestChangedChanged"]


class RecordAssessmentRecordAssessmentAccessRequestChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class RecordAssessmentRecordAssessmentAccessRequestChangedChanged(BaseModel):
    id: str
    key: str
    status: Optional[RequestStatus]


class RecordAssessmentRecordAssessmentRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class RecordAssessmentRecordAssessmentConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


RecordAssessment.model_rebuild()
RecordAssessmentRecordAssessmentAccessRequestChanged.model_rebuild()
