from datetime import datetime
from typing import Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    Overtaken,
    RefusedWhy,
    RefusedWhyAuthentication,
    RefusedWhyRules,
)


class RecordChoice(BaseModel):
    record_choice: Union[
        "RecordChoiceRecordChoiceConsentsChanged",
        "RecordChoiceRecordChoiceRefused",
        "RecordChoiceRecordChoiceConflict",
    ] = Field(alias="recordChoice", discriminator="typename__")


class RecordChoiceRecordChoiceConsentsChanged(BaseModel):
    typename__: Literal["ConsentsChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["RecordChoiceRecordChoiceConsentsChangedEntries"]
    changed: Optional["RecordChoiceRecordChoiceConsentsChangedChanged"]


class RecordChoiceRecordChoiceConsentsChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class RecordChoiceRecordChoiceConsentsChangedChanged(BaseModel):
    id: str


class RecordChoiceRecordChoiceRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class RecordChoiceRecordChoiceConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


RecordChoice.model_rebuild()
RecordChoiceRecordChoiceConsentsChanged.model_rebuild()
