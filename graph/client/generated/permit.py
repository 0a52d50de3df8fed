from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import DataCategory, PermitStatus, Purpose, RecipientKind, Regime


class Permit(BaseModel):
    permit: Optional["PermitPermit"]


class PermitPermit(BaseModel):
    id: str
    key: str
    study: Optional[str]
    status: Optional[PermitStatus]
    in_force: Optional[bool] = Field(alias="inForce")
    regime: Optional[Regime]
    starts: Optional[date]
    ends: Optional[date]
    purposes: Optional[list[Purpose]]
    cells: Optional[list["PermitPermitCells"]]
    datasets: Optional[list["PermitPermitDatasets"]]


class PermitPermitCells(BaseModel):
    purpose: Purpose
    category: DataCategory
    recipient: RecipientKind


class PermitPermitDatasets(BaseModel):
    id: str
    title: Optional[str]


Permit.model_rebuild()
PermitPermit.model_rebuild()
