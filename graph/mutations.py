"""What can be done: a field for each command that somebody may carry out from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, Any

import strawberry
from graphql.pyutils import camel_to_snake
from strawberry import UNSET

from governance.lives import (
    access_requests,
    citizens,
    consents,
    datasets,
    information_sheets,
    permits,
    releases,
)
from governance.lives.ethics import committee, meetings, reviews
from governance.lives.programme import accounts, partners, staff, switches, webhooks
from governance.lives.programme.webhooks.commands import RegisterWebhook
from governance.service.carry_out import Done, Once
from governance.service.commands import sent_as, through
from governance.service.house import new_id
from graph.context import Asked, Context
from graph.descriptions import of_argument, of_type
from graph.edges import Edges
from graph.faults import Fault
from graph.loaders import load
from graph.results import Results
from graph.shapes.fields import Field, root_of
from graph.shapes.inputs import Inputs, Taken
from graph.shapes.things import BY_NAME, Thing

LIVES: tuple[tuple[Any, str], ...] = (
    (citizens, "Citizen"),
    (information_sheets, ""),
    (consents, "Consents"),
    (datasets, "Dataset"),
    (access_requests, "AccessRequest"),
    (committee, ""),
    (meetings, "Meeting"),
    (reviews, "EthicsReview"),
    (permits, "Permit"),
    (releases, "Release"),
    (staff, ""),
    (partners, ""),
    (webhooks, ""),
    (switches, ""),
    (accounts, ""),
)
"""Lives whose commands are fields, and the thing that a command of theirs changes."""
LEFT_OUT: dict[str, str] = {
    "JoinDuplicate": "what merging obliges",
    "NoteMajority": "falls due by itself",
    "NoteExpiry": "falls due by itself",
    "ExpirePermit": "falls due by itself",
    "DisableWebhook": "falls due by itself",
    "FreezeRelease": "the engine's",
    "DeliverRelease": "the engine's",
    "WithholdRelease": "the engine's",
    "NotifyRemoval": "the engine's",
}
"""Commands that are no fields, and why."""
NEW = {
    "RegisterCitizen": "citizen",
    "DraftRequest": "request_id",
    "ConveneMeeting": "meeting_id",
    "IssuePermit": "permit_id",
    "AttachDocument": "attachment_id",
    "PrepareRelease": "release_id",
    "RegisterPartner": "partner_id",
    "RegisterWebhook": "webhook_id",
}
"""Commands that begin something: its id is given here."""
LONGEST_KEY = 100


def mutation_of(edges: Edges, inputs: Inputs, results: Results) -> Any:
    """The type of the mutation."""
    found: dict[str, Field] = {}
    for command, thing in _commands():
        found[camel_to_snake(command.__name__)] = _field(command, thing, inputs, results)
    return root_of("Mutation", found)


def _commands() -> Iterator[tuple[Any, Thing | None]]:
    for life, name in LIVES:
        for command in life.COMMANDS:
            if command.__name__ not in LEFT_OUT:
                yield command, BY_NAME.get(name)


def _field(command: Any, thing: Thing | None, inputs: Inputs, results: Results) -> Field:
    new = NEW.get(command.__name__)
    name, sent = f"{command.__name__}Input", sent_as(command)
    besides = frozenset({new}) if new else frozenset()
    taken = inputs.made(name, sent, besides=besides, idempotency_key=str | None)
    hint, done = results.of(thing) if command is not RegisterWebhook else results.of_webhook()
    resolve = _resolver(command, thing, taken, partial(results.shown, done=done))
    described = strawberry.argument(description=of_argument("Mutation", "input"))
    resolve.__annotations__["input"] = Annotated[taken.type, described]
    made = strawberry.field(resolve, description=of_type("", sent), graphql_type=hint)
    return Field(hint, made)


def _resolver(
    command: Any, thing: Thing | None, taken: Taken, shown: Callable[..., Any]
) -> Callable[..., Any]:
    new, wish = NEW.get(command.__name__), sent_as(command)
    carry_out = through(command)

    async def resolve(info: Asked, input: Any) -> Any:
        held = taken.taken(input, info.context)
        asked = wish(**held, **{new: new_id()}) if new else held
        once = _once(command, input, info.context)
        outcome = await info.context.carry_out(asked, once=once, through=carry_out)
        changed = None
        if thing is not None and isinstance(outcome, Done):
            first = outcome.recorded[0].stream if outcome.recorded else asked.stream
            changed = await load(info.context, thing, first.partition("/")[2])
        return shown(outcome, changed=changed, step_up=info.context.step_up)

    return resolve


def _once(command: Any, sent: Any, context: Context) -> Once | None:
    """Her key, in the name of the program that sent it; what was sent with it stands for itself."""
    key = sent.idempotency_key
    if key is None or key is UNSET:
        return None
    if not 1 <= len(key) <= LONGEST_KEY:
        raise Fault("idempotency-key", argument="idempotencyKey")
    return Once(f"{context.client_id} {key}", f"{command.__name__} {sent!r}".encode())
