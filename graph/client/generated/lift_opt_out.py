from datetime import datetime
from typing import Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    Overtaken,
    RefusedWhy,
    RefusedWhyAuthentication,
    RefusedWhyRules,
)


class LiftOptOut(BaseModel):
    lift_opt_out: Union[
        "LiftOptOutLiftOptOutConsentsChanged",
        "LiftOptOutLiftOptOutRefused",
        "LiftOptOutLiftOptOutConflict",
    ] = Field(alias="liftOptOut", discriminator="typename__")


class LiftOptOutLiftOptOutConsentsChanged(BaseModel):
    typename__: Literal["ConsentsChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["LiftOptOutLiftOptOutConsentsChangedEntries"]
    changed: Optional["LiftOptOutLiftOptOutConsentsChangedChanged"]


class LiftOptOutLiftOptOutConsentsChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class LiftOptOutLiftOptOutConsentsChangedChanged(BaseModel):
    id: str


class LiftOptOutLiftOptOutRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class LiftOptOutLiftOptOutConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


LiftOptOut.model_rebuild()
LiftOptOutLiftOptOutConsentsChanged.model_rebuild()
