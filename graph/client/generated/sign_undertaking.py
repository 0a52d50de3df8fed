from datetime import datetime
from typing import Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .enums import PermitStatus
from .fragments import (  # noqa: F401
    Overtaken,
    RefusedWhy,
    RefusedWhyAuthentication,
    RefusedWhyRules,
)


class SignUndertaking(BaseModel):
    sign_undertaking: Union[
        "SignUndertakingSignUndertakingPermitChanged",
        "SignUndertakingSignUndertakingRefused",
        "SignUndertakingSignUndertakingConflict",
    ] = Field(alias="signUndertaking", discriminator="typename__")


class SignUndertakingSignUndertakingPermitChanged(BaseModel):
    typename__: Literal["PermitChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["SignUndertakingSignUndertakingPermitChangedEntries"]
    changed: Optional["SignUndertakingSignUndertakingPermitChangedChanged"]


class SignUndertakingSignUndertakingPermitChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class SignUndertakingSignUndertakingPermitChangedChanged(BaseModel):
    id: str
    status: Optional[PermitStatus]


class SignUndertakingSignUndertakingRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class SignUndertakingSignUndertakingConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


SignUndertaking.model_rebuild()
SignUndertakingSignUndertakingPermitChanged.model_rebuild()
