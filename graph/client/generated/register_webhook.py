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


class RegisterWebhook(BaseModel):
    register_webhook: Union[
        "RegisterWebhookRegisterWebhookWebhookChanged",
        "RegisterWebhookRegisterWebhookRefused",
        "RegisterWebhookRegisterWebhookConflict",
    ] = Field(alias="registerWebhook", discriminator="typename__")


class RegisterWebhookRegisterWebhookWebhookChanged(BaseModel):
    typename__: Literal["WebhookChanged"] = Field(alias="__typename")
    position: int
    repeated: bool
    entries: list["RegisterWebhookRegisterWebhookWebhookChangedEntries"]
    webhook_id: str = Field(alias="webhookId")
    secret: str


class RegisterWebhookRegisterWebhookWebhookChangedEntries(BaseModel):
    position: int
    at: datetime
    code: str


class RegisterWebhookRegisterWebhookRefused(RefusedWhy):
    typename__: Literal["Refused"] = Field(alias="__typename")


class RegisterWebhookRegisterWebhookConflict(Overtaken):
    typename__: Literal["Conflict"] = Field(alias="__typename")


RegisterWebhook.model_rebuild()
RegisterWebhookRegisterWebhookWebhookChanged.model_rebuild()
