"""What may become of a release: domain reasons only; who may ask is decided before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from governance.lives.releases import commands as ask
from governance.lives.releases import events as happened
from governance.lives.releases.state import State
from governance.lives.releases.words import ReleaseStatus
from governance.refusals import Refusal
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.people import SubjectId

CODES = (
    "release-exists",
    "recipe-empty",
    "recipe-too-loose",
    "permit-unknown",
    "source-unknown",
    "fact-unknown",
    "release-not-prepared",
    "recipe-changed",
    "already-signed",
    "release-not-signed",
    "release-refused",
    "release-not-frozen",
    "reasons-missing",
    "release-not-delivered",
    "nobody-to-remove",
    "notice-exists",
    "notice-unknown",
    "already-confirmed",
)
SMALLEST_K = 2
Outcome = list[Event] | Refusal


def decide(command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime) -> Outcome:
    """The events that the command leads to, or the refusal."""
    match command:
        case ask.PrepareRelease():
            return _prepare(command, state, facts, by, at)
        case ask.SignRelease():
            return _sign(command, state, by, at)
        case ask.CancelRelease():
            if state.status not in (ReleaseStatus.PREPARED, ReleaseStatus.SIGNED):
                return Refusal("release-not-prepared")
            return [happened.ReleaseCancelled(at=at, by=by, reason=command.reason)]
        case ask.FreezeRelease():
            return _freeze(state, facts, by, at)
        case ask.DeliverRelease():
            return _deliver(command, state, facts, by, at)
        case ask.WithholdRelease():
            if state.status is not ReleaseStatus.FROZEN:
                return Refusal("release-not-frozen")
            if not command.reasons:
                return Refusal("reasons-missing", field="reasons")
            return [happened.ReleaseWithheld(at=at, by=by, reasons=command.reasons)]
        case ask.RecallRelease():
            if state.status is not ReleaseStatus.DELIVERED:
                return Refusal("release-not-delivered")
            return [happened.ReleaseRecalled(at=at, by=by, reason=command.reason)]
        case ask.NotifyRemoval():
            return _notify(command, state, by, at)
        case ask.ConfirmRemoval():
            return _confirm(command, state, by, at)
        case _:
            raise TypeError(f"releases do not know {type(command).__name__}")


def _prepare(
    command: ask.PrepareRelease,
    state: State,
    facts: ask.RecipeFacts,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    if state.status is not ReleaseStatus.NONE:
        return Refusal("release-exists", field="release_id")
    recipe = command.recipe
    empty_table = any(s.media == "table" and not s.columns for s in recipe.sources)
    if not recipe.cells or not recipe.sources or empty_table:
        return Refusal("recipe-empty", field="recipe")
    if recipe.k < SMALLEST_K or recipe.minimum_cohort < recipe.k:
        return Refusal("recipe-too-loose", field="recipe")
    if facts.permit_exists is None or facts.sources_exist is None:
        return Refusal("fact-unknown", field="recipe")
    if not facts.permit_exists:
        return Refusal("permit-unknown", field="permit_id")
    if not facts.sources_exist:
        return Refusal("source-unknown", field="sources")
    return [happened.ReleasePrepared(at=at, by=by, recipe=recipe)]


def _sign(command: ask.SignRelease, state: State, by: SubjectId, at: datetime) -> Outcome:
    if state.status is not ReleaseStatus.PREPARED or state.recipe is None:
        return Refusal("release-not-prepared")
    if command.recipe_digest != state.recipe.digest():
        return Refusal("recipe-changed", field="recipe_digest")
    if by in state.signed_by:
        return Refusal("already-signed")
    return [happened.ReleaseSigned(at=at, by=by, recipe_digest=command.recipe_digest)]


def _refused(facts: ask.VerdictFacts) -> Refusal | None:
    if facts.refused_by is None:
        return Refusal("fact-unknown", field="refused_by")
    return Refusal("release-refused", rules=facts.refused_by) if facts.refused_by else None


def _freeze(state: State, facts: ask.VerdictFacts, by: SubjectId, at: datetime) -> Outcome:
    if state.status is not ReleaseStatus.SIGNED:
        return Refusal("release-not-signed")
    return _refused(facts) or [happened.ReleaseFrozen(at=at, by=by)]


def _deliver(
    command: ask.DeliverRelease,
    state: State,
    facts: ask.VerdictFacts,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    if state.status is not ReleaseStatus.FROZEN:
        return Refusal("release-not-frozen")
    return _refused(facts) or [
        happened.ReleaseDelivered(
            at=at,
            by=by,
            package_hash=command.package_hash,
            people=command.people,
            removed_in_last_pass=command.removed_in_last_pass,
            last_pass_position=command.last_pass_position,
            last_pass_at=command.last_pass_at,
        )
    ]


def _notify(command: ask.NotifyRemoval, state: State, by: SubjectId, at: datetime) -> Outcome:
    if state.status is not ReleaseStatus.DELIVERED:
        return Refusal("release-not-delivered")
    if command.notice_id in dict(state.notices):
        return Refusal("notice-exists", field="notice_id")
    citizens = command.citizens - state.notified
    if not citizens:
        return Refusal("nobody-to-remove", field="citizens")
    return [happened.RemovalNotified(at=at, by=by, notice_id=command.notice_id, citizens=citizens)]


def _confirm(command: ask.ConfirmRemoval, state: State, by: SubjectId, at: datetime) -> Outcome:
    if command.notice_id not in dict(state.notices):
        return Refusal("notice-unknown", field="notice_id")
    if command.notice_id in state.confirmed:
        return Refusal("already-confirmed", field="notice_id")
    return [happened.RemovalConfirmed(at=at, by=by, notice_id=command.notice_id)]
