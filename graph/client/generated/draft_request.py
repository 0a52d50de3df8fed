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


class DraftRequest(BaseModel):
    draft_request: Union[
        "DraftRequestDraftRequestAccessRequestChanged",
        "DraftRequestDraftRequestRefused",
        "DraftRequestDraftRequestConflict",
    ] = Field(alias="draftRequest", discriminator="typename__")


class DraftRequestDraftRequestAccessRequestChanged(BaseModel):
    typename__: Literal["AccessRequestChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["DraftRequestDraftRequestAccessRequestChangedEntries"]
    changed: Optional["DraftRequestDraftRequestAccessRequestChangedChanged"]


class DraftRequestDraftRequestAccessRequestChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class DraftRequestDraftRequestAccessRequestChangedChanged(BaseModel):
    id: str
    key: str
    status: Optional[RequestStatus]


class DraftRequestDraftRequestRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class DraftRequestDraftRequestConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


DraftRequest.model_rebuild()
DraftRequestDraftRequestAccessRequestChanged.model_rebuild()
