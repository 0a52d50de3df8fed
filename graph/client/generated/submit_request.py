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


class SubmitRequest(BaseModel):
    submit_request: Union[
        "SubmitRequestSubmitRequestAccessRequestChanged",
        "SubmitRequestSubmitRequestRefused",
        "SubmitRequestSubmitRequestConflict",
    ] = Field(alias="submitRequest", discriminator="typename__")


class SubmitRequestSubmitRequestAccessRequestChanged(BaseModel):
    typename__: Literal["AccessRequestChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["SubmitRequestSubmitRequestAccessRequestChangedEntries"]
    changed: Optional["SubmitRequestSubmitRequestAccessRequestChangedChanged"]


class SubmitRequestSubmitRequestAccessRequestChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class SubmitRequestSubmitRequestAccessRequestChangedChanged(BaseModel):
    id: str
    key: str
    status: Optional[RequestStatus]


class SubmitRequestSubmitRequestRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class SubmitRequestSubmitRequestConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


SubmitRequest.model_rebuild()
SubmitRequestSubmitRequestAccessRequestChanged.model_rebuild()
