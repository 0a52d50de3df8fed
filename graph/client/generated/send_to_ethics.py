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


class SendToEthics(BaseModel):
    send_to_ethics: Union[
        "SendToEthicsSendToEthicsAccessRequestChanged",
        "SendToEthicsSendToEthicsRefused",
        "SendToEthicsSendToEthicsConflict",
    ] = Field(alias="sendToEthics", discriminator="typename__")


class SendToEthicsSendToEthicsAccessRequestChanged(BaseModel):
    typename__: Literal["AccessRequestChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["SendToEthicsSendToEthicsAccessRequestChangedEntries"]
    changed: Optional["SendToEthicsSendToEthicsAccessRequestChangedChanged"]


class SendToEthicsSendToEthicsAccessRequestChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class SendToEthicsSendToEthicsAccessRequestChangedChanged(BaseModel):
    id: str
    key: str
    status: Optional[RequestStatus]


class SendToEthicsSendToEthicsRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class SendToEthicsSendToEthicsConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


SendToEthics.model_rebuild()
SendToEthicsSendToEthicsAccessRequestChanged.model_rebuild()
