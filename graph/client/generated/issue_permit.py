from datetime import datetime
from typing import Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .enums import PermitStatus, Regime
from .fragments import (  # noqa: F401
    Overtaken,
    RefusedWhy,
    RefusedWhyAuthentication,
    RefusedWhyRules,
)


class IssuePermit(BaseModel):
    issue_permit: Union[
        "IssuePermitIssuePermitPermitChanged",
        "IssuePermitIssuePermitRefused",
        "IssuePermitIssuePermitConflict",
    ] = Field(alias="issuePermit", discriminator="typename__")


class IssuePermitIssuePermitPermitChanged(BaseModel):
    typename__: Literal["PermitChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["IssuePermitIssuePermitPermitChangedEntries"]
    changed: Optional["IssuePermitIssuePermitPermitChangedChanged"]


class IssuePermitIssuePermitPermitChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class IssuePermitIssuePermitPermitChangedChanged(BaseModel):
    id: str
    key: str
    status: Optional[PermitStatus]
    regime: Optional[Regime]


class IssuePermitIssuePermitRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class IssuePermitIssuePermitConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


IssuePermit.model_rebuild()
IssuePermitIssuePermitPermitChanged.model_rebuild()
