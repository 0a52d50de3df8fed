from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import PermitStatus


class Permits(BaseModel):
    permits: Optional["PermitsPermits"]


class PermitsPermits(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount")
    page_info: "PermitsPermitsPageInfo" = Field(alias="pageInfo")
    nodes: list["PermitsPermitsNodes"]


class PermitsPermitsPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class PermitsPermitsNodes(BaseModel):
    id: str
    key: str
    study: Optional[str]
    status: Optional[PermitStatus]
    in_force: Optional[bool] = Field(alias="inForce")
    starts: Optional[date]
    ends: Optional[date]


Permits.model_rebuild()
PermitsPermits.model_rebuild()
