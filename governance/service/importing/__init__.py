"""Import: people, relations, acts and files of a region, in batches that can be resumed."""

from governance.service.importing.datasets import import_dataset
from governance.service.importing.rows import ImportReport
from governance.service.importing.run import import_acts, import_people, import_relations

__all__ = [
    "ImportReport",
    "import_acts",
    "import_dataset",
    "import_people",
    "import_relations",
]
