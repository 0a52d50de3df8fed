from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Purpose, RegisterStatus


class Register(BaseModel):
    register: Optional["RegisterRegister"]


class RegisterRegister(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount")
    page_info: "RegisterRegisterPageInfo" = Field(alias="pageInfo")
    nodes: list["RegisterRegisterNodes"]


class RegisterRegisterPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class RegisterRegisterNodes(BaseModel):
    id: str
    key: str
    study: Optional[str]
    status: Optional[RegisterStatus]
    purposes: Optional[list[Purpose]]
    received_on: Optional[date] = Field(alias="receivedOn")
    issued_on: Optional[date] = Field(alias="issuedOn")


Register.model_rebuild()
RegisterRegister.model_rebuild()
