from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Purpose, RegisterStatus


class PublicRegister(BaseModel):
    public_register: Optional["PublicRegisterPublicRegister"] = Field(
        alias="publicRegister"
    )


class PublicRegisterPublicRegister(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount")
    page_info: "PublicRegisterPublicRegisterPageInfo" = Field(alias="pageInfo")
    nodes: list["PublicRegisterPublicRegisterNodes"]


class PublicRegisterPublicRegisterPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class PublicRegisterPublicRegisterNodes(BaseModel):
    id: str
    key: str
    study: Optional[str]
    status: Optional[RegisterStatus]
    purposes: Optional[list[Purpose]]
    received_on: Optional[date] = Field(alias="receivedOn")
    issued_on: Optional[date] = Field(alias="issuedOn")


PublicRegister.model_rebuild()
PublicRegisterPublicRegister.model_rebuild()
