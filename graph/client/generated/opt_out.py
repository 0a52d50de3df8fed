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


class OptOut(BaseModel):
    opt_out: Union[
        "OptOutOptOutConsentsChanged", "OptOutOptOutRefused", "OptOutOptOutConflict"
    ] = Field(alias="optOut", discriminator="typename__")


class OptOutOptOutConsentsChanged(BaseModel):
    typename__: Literal["ConsentsChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["OptOutOptOutConsentsChangedEntries"]
    changed: Optional["OptOutOptOutConsentsChangedChanged"]


class OptOutOptOutConsentsChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class OptOutOptOutConsentsChangedChanged(BaseModel):
    id: str


class OptOutOptOutRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class OptOutOptOutConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


OptOut.model_rebuild()
OptOutOptOutConsentsChanged.model_rebuild()
