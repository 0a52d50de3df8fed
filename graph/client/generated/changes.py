from datetime import datetime
from typing import Optional

from .base_model import BaseModel


class Changes(BaseModel):
    changes: Optional["ChangesChanges"]


class ChangesChanges(BaseModel):
    rows: list["ChangesChangesRows"]
    next: int
    more: bool


class ChangesChangesRows(BaseModel):
    position: int
    at: datetime
    code: str
    about: "ChangesChangesRowsAbout"


class ChangesChangesRowsAbout(BaseModel):
    life: str
    key: str


Changes.model_rebuild()
ChangesChanges.model_rebuild()
ChangesChangesRows.model_rebuild()
