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


class AttachDocument(BaseModel):
    attach_document: Union[
        "AttachDocumentAttachDocumentAccessRequestChanged",
        "AttachDocumentAttachDocumentRefused",
        "AttachDocumentAttachDocumentConflict",
    ] = Field(alias="attachDocument", discriminator="typename__")


class AttachDocumentAttachDocumentAccessRequestChanged(BaseModel):
    typename__: Literal["AccessRequestChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["AttachDocumentAttachDocumentAccessRequestChangedEntries"]
    changed: Optional["AttachDocumentAttachDocumentAccessRequestChangedChanged"]


class AttachDocumentAttachDocumentAccessRequestChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class AttachDocumentAttachDocumentAccessRequestChangedChanged(BaseModel):
    id: str
    key: str
    status: Optional[RequestStatus]


class AttachDocumentAttachDocumentRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class AttachDocumentAttachDocumentConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


AttachDocument.model_rebuild()
AttachDocumentAttachDocumentAccessRequestChanged.model_rebuild()
