"""What can be asked of a release, and the facts that deciding needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from governance.lives.releases.words import Recipe
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, NoFacts
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class RecipeFacts:
    """Whether the recipe can be meant at all; whether it *may* leave is judged at the freeze."""

    permit_exists: bool | None
    sources_exist: bool | None
    """Every named version of every dataset is registered."""


@dataclass(frozen=True, slots=True)
class VerdictFacts:
    """What the release table says of the whole release at this instant."""

    refused_by: tuple[str, ...] | None
    """Ids of the rules that refuse; None where they could not be judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReleaseCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    release_id: str

    @property
    def stream(self) -> str:
        """The release itself."""
        return self.release_id


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareRelease(_ReleaseCommand):
    """Lay down the recipe."""

    ACT: ClassVar[Act] = Act.PREPARE_RELEASE
    FACTS: ClassVar[type] = RecipeFacts
    recipe: Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRelease(_ReleaseCommand):
    """A release officer signs the recipe that she has read."""

    ACT: ClassVar[Act] = Act.SIGN_RELEASE
    recipe_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelRelease(_ReleaseCommand):
    """Give up a release before anything is frozen."""

    ACT: ClassVar[Act] = Act.CANCEL_RELEASE
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeRelease(_ReleaseCommand):
    """Fix the instant (P, T) of the whole release: the position and time of this entry."""

    ACT: ClassVar[Act] = Act.FREEZE_RELEASE
    FACTS: ClassVar[type] = VerdictFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverRelease(_ReleaseCommand):
    """Hand over the package that was built."""

    ACT: ClassVar[Act] = Act.DELIVER_RELEASE
    FACTS: ClassVar[type] = VerdictFacts
    package_hash: str
    people: int
    removed_in_last_pass: int
    last_pass_position: int
    """The ledger position as of which everybody touched since the freeze was judged again."""
    last_pass_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WithholdRelease(_ReleaseCommand):
    """End a frozen release without a package."""

    ACT: ClassVar[Act] = Act.WITHHOLD_RELEASE
    reasons: tuple[str, ...]
    """Rule ids, or ``build-failed``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallRelease(_ReleaseCommand):
    """Ask the recipient to give up the whole package."""

    ACT: ClassVar[Act] = Act.RECALL_RELEASE
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyRemoval(_ReleaseCommand):
    """Tell the recipient to remove people who changed their minds after the freeze."""

    ACT: ClassVar[Act] = Act.NOTIFY_REMOVAL
    notice_id: str
    citizens: frozenset[SubjectId]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmRemoval(_ReleaseCommand):
    """The recipient says that they were removed."""

    ACT: ClassVar[Act] = Act.CONFIRM_REMOVAL
    notice_id: str


COMMANDS = (
    PrepareRelease,
    SignRelease,
    CancelRelease,
    FreezeRelease,
    DeliverRelease,
    WithholdRelease,
    RecallRelease,
    NotifyRemoval,
    ConfirmRemoval,
)
