from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Decided


class EvaluateAccessAsOf(BaseModel):
    evaluate_access: Optional["EvaluateAccessAsOfEvaluateAccess"] = Field(
        alias="evaluateAccess"
    )


EvaluateAccessAsOfEvaluateAccess = Decided
EvaluateAccessAsOf.model_rebuild()
