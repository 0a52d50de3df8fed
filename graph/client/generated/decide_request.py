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


class DecideRequest(BaseModel):
    decide_request: Union[
        "DecideRequestDecideRequestAccessRequestChanged",
        "DecideRequestDecideRequestRefused",
        "DecideRequestDecideRequestConflict",
    ] = Field(alias="decideRequest", discriminator="typename__")


class DecideRequestDecideRequestAccessRequestChanged(BaseModel):
    typename__: Literal["AccessRequestChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["DecideRequestDecideRequestAccessRequestChangedEntries"]
    changed: Optional["DecideRequestDecideRequestAccessRequestChangedChanged"]


class DecideRequestDecideRequestAccessRequestChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class DecideRequestDecideRequestAccessRequestChangedChanged(BaseModel):
    id: str
    key: str
    status: Optional[RequestStatus]


class DecideRequestDecideRequestRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class DecideRequestDecideRequestConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


DecideRequest.model_rebuild()
DecideRequestDecideRequestAccessRequestChanged.model_rebuild()
