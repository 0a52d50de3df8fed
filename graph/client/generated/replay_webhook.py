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


class ReplayWebhook(BaseModel):
    replay_webhook: Union[
        "ReplayWebhookReplayWebhookProgrammeChanged",
        "ReplayWebhookReplayWebhookRefused",
        "ReplayWebhookReplayWebhookConflict",
    ] = Field(alias="replayWebhook", discriminator="typename__")


class ReplayWebhookReplayWebhookProgrammeChanged(BaseModel):
    typename__: Literal["ProgrammeChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["ReplayWebhookReplayWebhookProgrammeChangedEntries"]


class ReplayWebhookReplayWebhookProgrammeChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class ReplayWebhookReplayWebhookRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class ReplayWebhookReplayWebhookConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


ReplayWebhook.model_rebuild()
ReplayWebhookReplayWebhookProgrammeChanged.model_rebuild()
