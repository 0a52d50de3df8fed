from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import EhdsCategory


class Datasets(BaseModel):
    datasets: Optional["DatasetsDatasets"]


class DatasetsDatasets(BaseModel):
    total_count: Optional[int] = Field(alias="totalCount")
    page_info: "DatasetsDatasetsPageInfo" = Field(alias="pageInfo")
    nodes: list["DatasetsDatasetsNodes"]


class DatasetsDatasetsPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class DatasetsDatasetsNodes(BaseModel):
    id: str
    key: str
    title: Optional[str]
    ehds_categories: Optional[list[EhdsCategory]] = Field(alias="ehdsCategories")


Datasets.model_rebuild()
DatasetsDatasets.model_rebuild()
