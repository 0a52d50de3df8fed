from datetime import datetime
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Regime


class EvaluateAccessOfPopulation(BaseModel):
    evaluate_access_of_population: Optional[
        "EvaluateAccessOfPopulationEvaluateAccessOfPopulation"
    ] = Field(alias="evaluateAccessOfPopulation")


class EvaluateAccessOfPopulationEvaluateAccessOfPopulation(BaseModel):
    instant: Optional["EvaluateAccessOfPopulationEvaluateAccessOfPopulationInstant"]
    regime: Optional[Regime]
    rules: Optional[str]
    whole: Optional["EvaluateAccessOfPopulationEvaluateAccessOfPopulationWhole"]
    counts: Optional["EvaluateAccessOfPopulationEvaluateAccessOfPopulationCounts"]


class EvaluateAccessOfPopulationEvaluateAccessOfPopulationInstant(BaseModel):
    position: int
    time: datetime


class EvaluateAccessOfPopulationEvaluateAccessOfPopulationWhole(BaseModel):
    allowed: bool
    reasons: list["EvaluateAccessOfPopulationEvaluateAccessOfPopulationWholeReasons"]
    not_judged: list[str] = Field(alias="notJudged")


class EvaluateAccessOfPopulationEvaluateAccessOfPopulationWholeReasons(BaseModel):
    rule: str
    says: str


class EvaluateAccessOfPopulationEvaluateAccessOfPopulationCounts(BaseModel):
    known: Optional[int]
    allowed: Optional[int]
    refused: Optional[int]


EvaluateAccessOfPopulation.model_rebuild()
EvaluateAccessOfPopulationEvaluateAccessOfPopulation.model_rebuild()
EvaluateAccessOfPopulationEvaluateAccessOfPopulationWhole.model_rebuild()
