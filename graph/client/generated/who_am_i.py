from typing import Optional

from .base_model import BaseModel
from .enums import Act, Role


class WhoAmI(BaseModel):
    viewer: Optional["WhoAmIViewer"]


class WhoAmIViewer(BaseModel):
    id: Optional[str]
    name: Optional[str]
    roles: list[Role]
    acts: list[Act]
    citizen: Optional["WhoAmIViewerCitizen"]


class WhoAmIViewerCitizen(BaseModel):
    id: str


WhoAmI.model_rebuild()
WhoAmIViewer.model_rebuild()
