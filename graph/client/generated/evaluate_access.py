from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Decided


class EvaluateAccess(BaseModel):
    evaluate_access: Optional["EvaluateAccessEvaluateAccess"] = Field(
        alias="evaluateAccess"
    )


EvaluateAccessEvaluateAccess = Decided
EvaluateAccess.model_rebuild()
