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


class WithdrawEverything(BaseModel):
    withdraw_everything: Union[
        "WithdrawEverythingWithdrawEverythingConsentsChanged",
        "WithdrawEverythingWithdrawEverythingRefused",
        "WithdrawEverythingWithdrawEverythingConflict",
    ] = Field(alias="withdrawEverything", discriminator="typename__")


class WithdrawEverythingWithdrawEverythingConsentsChanged(BaseModel):
    typename__: Literal["ConsentsChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["WithdrawEverythingWithdrawEverythingConsentsChangedEntries"]
    changed: Optional["WithdrawEverythingWithdrawEverythingConsentsChangedChanged"]


class WithdrawEverythingWithdrawEverythingConsentsChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class WithdrawEverythingWithdrawEverythingConsentsChangedChanged(BaseModel):
    id: str


class WithdrawEverythingWithdrawEverythingRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class WithdrawEverythingWithdrawEverythingConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


WithdrawEverything.model_rebuild()
WithdrawEverythingWithdrawEverythingConsentsChanged.model_rebuild()
