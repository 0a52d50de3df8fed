from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import Decided


class EvaluateAccessOfList(BaseModel):
    evaluate_access_of_list: Optional["EvaluateAccessOfListEvaluateAccessOfList"] = (
        Field(alias="evaluateAccessOfList")
    )


EvaluateAccessOfListEvaluateAccessOfList = Decided
EvaluateAccessOfList.model_rebuild()
