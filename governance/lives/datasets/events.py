"""What has happened to a dataset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.lives.datasets.words import DatasetVersion, Description
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetRegistered(Event):
    """The dataset is in the catalogue."""

    CODE: ClassVar[str] = "dataset.registered.v1"
    description: Description


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetDescribed(Event):
    """This description replaces the one before."""

    CODE: ClassVar[str] = "dataset.described.v1"
    description: Description


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetVersionAdded(Event):
    """This file is a version of the dataset."""

    CODE: ClassVar[str] = "dataset.version-added.v1"
    version: DatasetVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetRetired(Event):
    """Nothing more is released from it."""

    CODE: ClassVar[str] = "dataset.retired.v1"
    reason: FreeText


EVENTS = (DatasetRegistered, DatasetDescribed, DatasetVersionAdded, DatasetRetired)
