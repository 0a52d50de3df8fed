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


class ConfirmComplete(BaseModel):
    confirm_complete: Union[
        "ConfirmCompleteConfirmCompleteAccessRequestChanged",
        "ConfirmCompleteConfirmCompleteRefused",
        "ConfirmCompleteConfirmCompleteConflict",
    ] = Field(alias="confirmComplete", discriminator="typename__")


class ConfirmCompleteConfirmCompleteAccessRequestChanged(BaseModel):
    typename__: Literal["AccessRequestChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["ConfirmCompleteConfirmCompleteAccessRequestChangedEntries"]
    changed: Optional["ConfirmCompleteConfirmCompleteAccessRequestChangedChanged"]


class ConfirmCompleteConfirmCompleteAccessRequestChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class ConfirmCompleteConfirmCompleteAccessRequestChangedChanged(BaseModel):
    id: str
    key: str
    status: Optional[RequestStatus]


class ConfirmCompleteConfirmCompleteRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class ConfirmCompleteConfirmCompleteConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


ConfirmComplete.model_rebuild()
ConfirmCompleteConfirmCompleteAccessRequestChanged.model_rebuild()
