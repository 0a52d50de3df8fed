from datetime import datetime
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Regime, WhyNot


class Decided(BaseModel):
    instant: Optional["DecidedInstant"]
    regime: Optional[Regime]
    rules: Optional[str]
    whole: Optional["DecidedWhole"]
    people: list["DecidedPeople"]


class DecidedInstant(BaseModel):
    position: int
    time: datetime


class DecidedWhole(BaseModel):
    allowed: bool
    reasons: list["DecidedWholeReasons"]
    not_judged: list[str] = Field(alias="notJudged")


class DecidedWholeReasons(BaseModel):
    rule: str
    says: str


class DecidedPeople(BaseModel):
    allowed: Optional[bool]
    why_not: Optional[WhyNot] = Field(alias="whyNot")
    reasons: Optional[list["DecidedPeopleReasons"]]


class DecidedPeopleReasons(BaseModel):
    rule: str
    says: str
    sources: list["DecidedPeopleReasonsSources"]
    unknown: bool


class DecidedPeopleReasonsSources(BaseModel):
    source: str
    article: str


class Overtaken(BaseModel):
    code: str


class RefusedWhy(BaseModel):
    code: str
    field: Optional[str]
    items: list[str]
    authentication: Optional["RefusedWhyAuthentication"]
    rules: list["RefusedWhyRules"]


class RefusedWhyAuthentication(BaseModel):
    acr_values: list[str] = Field(alias="acrValues")
    max_age: int = Field(alias="maxAge")


class RefusedWhyRules(BaseModel):
    id: str
    says: str
    source: list["RefusedWhyRulesSource"]


class RefusedWhyRulesSource(BaseModel):
    source: str
    article: str


Decided.model_rebuild()
Overtaken.model_rebuild()
RefusedWhy.model_rebuild()
