"""A permit: what was granted, who has undertaken secrecy, what came of it, and by when it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from governance.lives import access_requests, datasets, permits, releases
from governance.lives.ethics import reviews
from governance.lives.permits import events as happened
from governance.lives.permits.state import State
from governance.lives.permits.words import PermitContent, PermitStatus
from governance.policy.deadlines import missed
from governance.policy.visibility_facts import View
from governance.storage.ledger import Recorded
from governance.storage.queries import matters
from governance.storage.queries.matters import Wanted
from governance.views.conditions import conditions_of
from governance.views.finding import MOST_FOLDED
from governance.views.people import Person, people_of
from governance.views.permit_shown import (
    Conditions,
    Deadlines,
    Deletion,
    Flag,
    PermitShown,
    Reason,
    ReleaseOf,
    Undertaking,
)
from governance.views.question import Looking, Question
from governance.views.requests import named_datasets
from governance.views.standing import recorded_by_then
from governance.views.timeline import steps
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId

People = Mapping[SubjectId, Person]
GRANTED = (
    "purposes",
    "cells",
    "ehds_categories",
    "recipient",
    "recipient_place",
    "applicant_is_public",
    "environment",
    "tools",
    "pseudonymised",
    "opt_out_override",
    "holder_conditions",
)
"""Fields of the content that are shown as they are."""


@dataclass(frozen=True, slots=True)
class Permit(Question[PermitShown]):
    """One permit in full."""

    ACT: ClassVar[Act] = Act.READ_PERMIT
    ABOUT: ClassVar[str] = permits.NAME
    permit_id: str

    @property
    def key(self) -> str:
        """The permit."""
        return self.permit_id

    async def answer(self, looking: Looking) -> PermitShown | None:
        """None where none was issued, or nothing of it is hers to see."""
        [shown] = await self.together(looking, [self])
        return shown

    @classmethod
    async def together(
        cls, looking: Looking, asked: Sequence[Question[PermitShown]]
    ) -> list[PermitShown | None]:
        """Several permits, in a handful of statements."""
        looking = await recorded_by_then(looking)
        keys = [one.key for one in asked]
        states: dict[str, State] = await looking.then.states(permits, keys)
        issued = {key: state.content for key, state in states.items() if state.content}
        behind = [content.request_id for content in issued.values()]
        await looking.then.load(f"{reviews.NAME}/{key}" for key in behind)
        await looking.then.load(f"{datasets.NAME}/{x}" for c in issued.values() for x in c.datasets)
        await looking.now.load(f"{permits.NAME}/{key}" for key in keys)
        await looking.now.load(f"{access_requests.NAME}/{key}" for key in behind)
        made = await _releases(looking, list(issued))
        await people_of(looking, {who for content in issued.values() for who in _named(content)})
        found = {key: await _shown(looking, key, states[key], made[key]) for key in issued}
        return [found.get(key) for key in keys]


async def _shown(
    looking: Looking, key: str, state: State, made: tuple[ReleaseOf, ...]
) -> PermitShown | None:
    content = state.content
    if content is None:
        return None
    history = await looking.then.history(permits, key)
    review: reviews.State = await looking.then.state(reviews, content.request_id)
    owners = {one.owner for one in review.conditions}
    people = await people_of(looking, _named(content) | owners)
    about, today = (permits.NAME, key), day_of(looking.instant.time)
    whole = PermitShown(
        **as_row(key, state, people, today),
        **_grant(content, state, people),
        **_history(history),
        conditions=Conditions(content.conditions, conditions_of(review, people, today)),
        datasets=await named_datasets(looking, content.datasets),
        undertakings=_undertakings(content, history, people),
        releases=made,
        history=await steps(looking, history),
        may=await looking.acts_on(about, Act.PREPARE_RELEASE),
    )
    return await looking.redacted(whole, View.PERMIT, about)


def _named(content: PermitContent) -> set[SubjectId]:
    return {content.applicant, content.principal_investigator, *content.named_persons}


def as_row(key: str, state: State, people: People, today: date) -> dict[str, Any]:
    """The values of a ``PermitRow``."""
    content, deletion_due = state.content, state.deletion_due
    if content is None:
        raise ValueError(f"{key} was never issued")
    missing = not state.data_deleted and missed(deletion_due, today)
    return {
        "id": key,
        "status": state.status,
        "in_force": state.status is PermitStatus.IN_FORCE and state.covers(today),
        "regime": state.regime,
        "study": content.study,
        "kind": content.kind,
        "applicant": people[content.applicant],
        "request": content.request_id,
        "starts": content.starts,
        "ends": state.ends,
        "deadlines": Deadlines(state.extension_asked_by, deletion_due, missing),
    }


def _grant(content: PermitContent, state: State, people: People) -> dict[str, Any]:
    return {name: getattr(content, name) for name in GRANTED} | {
        "variables": frozenset((one.dataset_id, one.name) for one in content.variables),
        "protocol": content.protocol_version,
        "cut_off": state.cut_off,
        "principal_investigator": people[content.principal_investigator],
        "named_persons": tuple(people[one] for one in sorted(content.named_persons)),
        "fees": content.fee_estimate_cents,
    }


def _history(history: Sequence[Recorded]) -> dict[str, Any]:
    values: dict[str, Any] = {"flags": (), "reasons": ()}
    for entry in history:
        event: Any = entry.event
        match event:
            case happened.PermitIssued(purpose_in_detail=text):
                values["purpose_in_detail"] = text.value
            case happened.ProhibitedUseFlagged(use=use, at=at, reason=reason):
                values["flags"] += (Flag(use, at, reason.value),)
            case happened.DeletionRecorded(at=at, evidence=evidence):
                values["deletion"] = Deletion(at, evidence.value)
            case happened.PermitExtended(justification=text):
                values["reasons"] += (Reason(entry.position, event.CODE, text.value),)
            case _ if hasattr(event, "reason"):
                values["reasons"] += (Reason(entry.position, event.CODE, event.reason.value),)
    return values


def _undertakings(
    content: PermitContent, history: Sequence[Recorded], people: People
) -> tuple[Undertaking, ...]:
    signed = {
        entry.event.person: entry.event.at
        for entry in history
        if isinstance(entry.event, happened.UndertakingSigned)
    }
    return tuple(Undertaking(people[one], signed.get(one)) for one in sorted(content.named_persons))


async def _releases(looking: Looking, issued: Sequence[str]) -> dict[str, tuple[ReleaseOf, ...]]:
    wanted = Wanted(life=releases.NAME, belongs_to=issued, up_to=looking.then.up_to)
    keys = await matters.find(looking.now.session, wanted, limit=MOST_FOLDED) if issued else []
    states = await looking.then.states(releases, [key for key, _ in keys])
    found: dict[str, tuple[ReleaseOf, ...]] = dict.fromkeys(issued, ())
    for key, permit in keys:
        state = states[key]
        delivered = day_of(state.delivered_at) if state.delivered_at else None
        found[permit or ""] += (ReleaseOf(key, state.status, delivered),)
    return found
