from datetime import datetime
from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    Overtaken,
    RefusedWhy,
    RefusedWhyAuthentication,
    RefusedWhyRules,
)


class EndWebhook(BaseModel):
    end_webhook: Union[
        "EndWebhookEndWebhookProgrammeChanged",
        "EndWebhookEndWebhookRefused",
        "EndWebhookEndWebhookConflict",
    ] = Field(alias="endWebhook", discriminator="typename__")


class EndWebhookEndWebhookProgrammeChanged(BaseModel):
    typename__: Literal["ProgrammeChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["EndWebhookEndWebhookProgrammeChangedEntries"]


class EndWebhookEndWebhookProgrammeChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class EndWebhookEndWebhookRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class EndWebhookEndWebhookConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


EndWebhook.model_rebuild()
EndWebhookEndWebhookProgrammeChanged.model_rebuild()
