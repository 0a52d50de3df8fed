"""What can be asked of a dataset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.lives.datasets.words import Description
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, NoFacts
from governance.vocabulary.erasable import FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class _DatasetCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    dataset_id: str

    @property
    def stream(self) -> str:
        """The dataset itself."""
        return self.dataset_id


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterDataset(_DatasetCommand):
    """Describe a dataset for the first time; whoever does so is its holder."""

    ACT: ClassVar[Act] = Act.REGISTER_DATASET
    description: Description


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeDataset(_DatasetCommand):
    """Replace the description."""

    ACT: ClassVar[Act] = Act.DESCRIBE_DATASET
    description: Description


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDatasetVersion(_DatasetCommand):
    """A file was imported, or imported again."""

    ACT: ClassVar[Act] = Act.ADD_DATASET_VERSION
    sha256: str
    rows: int
    columns: tuple[str, ...]
    id_column: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireDataset(_DatasetCommand):
    """Nothing more is released from it."""

    ACT: ClassVar[Act] = Act.RETIRE_DATASET
    reason: FreeText


COMMANDS = (RegisterDataset, DescribeDataset, AddDatasetVersion, RetireDataset)
