"""An access request in full: what is asked, how it stands, and what has happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from governance.lives import access_requests, datasets
from governance.lives.access_requests import events as happened
from governance.lives.access_requests.state import TEXTS, missing_items
from governance.lives.access_requests.words import Application, Item
from governance.policy.visibility_facts import View
from governance.views.people import Person, people_of
from governance.views.question import Looking, Question
from governance.views.request_rows import Known, as_row, known_requests
from governance.views.request_shown import (
    AttachmentShown,
    DatasetNamed,
    Decision,
    Note,
    Offer,
    Period,
    Reasoned,
    RequestShown,
    Returned,
    Texts,
)
from governance.views.standing import recorded_by_then
from governance.views.timeline import steps
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId

People = dict[SubjectId, Person]
AS_ASKED = (
    "purposes",
    "cells",
    "recipient",
    "recipient_place",
    "applicant_is_public",
    "tools",
    "pseudonymised",
    "opt_out_override",
    "declared_uses",
)
"""Fields of an application that are shown as they are."""


@dataclass(frozen=True, slots=True)
class Request(Question[RequestShown]):
    """One request in full."""

    ACT: ClassVar[Act] = Act.READ_REQUEST
    ABOUT: ClassVar[str] = access_requests.NAME
    request_id: str

    @property
    def key(self) -> str:
        """The request."""
        return self.request_id

    async def answer(self, looking: Looking) -> RequestShown | None:
        """None where there is none, or nothing of it that she may see."""
        [shown] = await self.together(looking, [self])
        return shown

    @classmethod
    async def together(
        cls, looking: Looking, asked: Sequence[Question[RequestShown]]
    ) -> list[RequestShown | None]:
        """Several requests, in a handful of statements."""
        looking = await recorded_by_then(looking)
        keys = [one.key for one in asked]
        known = await known_requests(looking, keys)
        written = [one.state.application for one in known.values() if one.state.application]
        named = {key for one in written for key in one.datasets}
        await looking.then.states(datasets, sorted(named))
        await people_of(looking, {who for one in known.values() for who in _everybody(one)})
        await looking.now.load(f"{access_requests.NAME}/{key}" for key in keys)
        return [await _shown(looking, known[key]) if key in known else None for key in keys]


async def _shown(looking: Looking, known: Known) -> RequestShown | None:
    asked = known.state.application
    if asked is None:
        return None
    people = await people_of(looking, _everybody(known))
    about = (access_requests.NAME, known.key)
    whole = RequestShown(
        **as_row(known, people, day_of(looking.instant.time)),
        **_application(asked, people),
        **_procedure(known),
        **_assessment(known, people),
        datasets=await named_datasets(looking, asked.datasets),
        may=await looking.acts_on(about, Act.ISSUE_PERMIT),
        timeline=await steps(looking, known.entries),
    )
    return await looking.redacted(whole, View.REQUEST, about)


async def named_datasets(looking: Looking, ids: frozenset[str]) -> tuple[DatasetNamed, ...]:
    """Datasets by their titles, which are public."""
    states = await looking.then.states(datasets, sorted(ids))
    return tuple(
        DatasetNamed(key, state.description.title if state.description else None)
        for key, state in states.items()
    )


def _everybody(known: Known) -> set[SubjectId]:
    asked, applicant = known.state.application, known.state.applicant
    named = {asked.principal_investigator, *asked.named_persons} if asked else set()
    return named | known.state.assessors | ({applicant} if applicant else set())


def _application(asked: Application, people: People) -> dict[str, Any]:
    return {name: getattr(asked, name) for name in AS_ASKED} | {
        "principal_investigator": people[asked.principal_investigator],
        "named_persons": tuple(people[one] for one in sorted(asked.named_persons)),
        "variables": asked.columns,
        "environment": asked.environment_id,
        "period": Period(asked.starts, asked.ends),
    }


def _procedure(known: Known) -> dict[str, Any]:
    values: dict[str, Any] = {}
    state, named = known.state, {}
    for entry in known.history:
        match entry.event:
            case happened.RequestDrafted() | happened.RequestEdited() as written:
                values["texts"] = Texts(**{name: getattr(written, name).value for name in TEXTS})
            case happened.DocumentAttached() as attached:
                named[attached.attachment.id] = attached
            case happened.RequestReturned(at=at, items=items, reason=reason):
                values["returned_items"] = Returned(at, reason.value, items)
            case happened.DeadlineExtended(at=at, reason=reason):
                values["extended"] = Reasoned(at, reason.value)
            case happened.StatisticsOffered(at=at):
                values["offer"] = Offer(at, None)
            case happened.OfferAnswered(accepted=accepted):
                values["offer"] = Offer(values["offer"].at, accepted)
            case happened.RequestDecided(at=at, granted=granted, reason=reason):
                values |= {"decision": Decision(at, granted), "decision_reason": reason.value}
    asked = state.application
    lacking = missing_items(asked, state.texts) if asked else ()
    return values | {
        "missing_items": frozenset(map(Item, lacking)),
        "attachments": tuple(
            AttachmentShown(
                id=one.id,
                item=one.item,
                name=named[one.id].name.value,
                media_type=one.media_type,
                size=one.size,
                sha256=one.sha256,
                attached_at=named[one.id].at,
                handed_in=one.id in state.handed_in,
            )
            for one in state.attachments
        ),
    }


def _assessment(known: Known, people: People) -> dict[str, Any]:
    assessed = [e.event for e in known.history if isinstance(e.event, happened.RequestAssessed)]
    return {
        "criteria_met": known.state.met,
        "assessors": tuple(people[one] for one in sorted(known.state.assessors)),
        "assessment_notes": tuple(
            Note(people[one.by], one.at, one.met, one.notes.value) for one in assessed
        ),
    }
