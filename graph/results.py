"""What a mutation answers: it was done, it was refused and why, or somebody else was faster."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import strawberry

from governance.refusals import Conflict, Refusal
from governance.service.carry_out import NOT_CONFIRMED, Done
from governance.service.webhooks import WebhookMade
from governance.views.law import PROVISIONS, Provision
from graph.authentication import StepUp
from graph.descriptions import of_type
from graph.shapes.fields import plain
from graph.shapes.naming import camel
from graph.shapes.outputs import Outputs
from graph.shapes.values import several


class Results:
    """The types of results: one of success for each kind of thing, the same two for the rest."""

    def __init__(self, outputs: Outputs) -> None:
        self._outputs = outputs
        self._made: dict[str, Any] = {}
        self._entry = plain("RecordedEntry", {"position": int, "at": datetime, "code": str})
        rules = several(outputs.of(Provision))
        needed = {"acr_values": list[str], "max_age": int}
        self._authentication = plain("AuthenticationNeeded", needed)
        why = {"code": str, "rules": rules, "field": str | None, "items": list[str]}
        self.refused = plain("Refused", {**why, "authentication": self._authentication | None})
        self.conflict = plain("Conflict", {"code": str})

    def of(self, thing: Any | None) -> tuple[Any, Any]:
        """The union of results about such a thing, and its type of success."""
        name = thing.name if thing else "Programme"
        changed = {"changed": self._outputs.of(thing.full) | None} if thing else {}
        return self._union(name, **changed)

    def _union(self, name: str, **more: Any) -> tuple[Any, Any]:
        if name not in self._made:
            entries = several(self._entry)
            hints = {"position": int, "repeated": bool, "entries": entries, **more}
            done = plain(f"{name}Changed", hints)
            union = strawberry.union(f"{name}Outcome", description=of_type(f"{name}Outcome"))
            self._made[name] = (Annotated[done | self.refused | self.conflict, union], done)
        made: tuple[Any, Any] = self._made[name]
        return made

    def of_webhook(self) -> tuple[Any, Any]:
        """The same for a webhook that is made: its secret is told this once."""
        return self._union("Webhook", webhook_id=str, secret=str)

    def shown(
        self,
        outcome: Done | WebhookMade | Refusal | Conflict,
        done: Any,
        changed: Any,
        step_up: StepUp | None,
    ) -> Any:
        """An outcome as the schema has it."""
        about: dict[str, Any] = {"changed": changed} if "changed" in done.__annotations__ else {}
        match outcome:
            case WebhookMade(done=outcome, webhook_id=webhook_id, secret=secret):
                about |= {"webhook_id": webhook_id, "secret": secret}
            case Refusal():
                return self._refused(outcome, step_up)
            case Conflict(code=code):
                return self.conflict(code=code)
        entries = [
            self._entry(position=one.position, at=one.event.at, code=one.event.CODE)
            for one in outcome.recorded
        ]
        return done(position=outcome.position, repeated=outcome.repeated, entries=entries, **about)

    def _refused(self, why: Refusal, step_up: StepUp | None) -> Any:
        needed = step_up if why.code == NOT_CONFIRMED.code else None
        return self.refused(
            code=why.code,
            rules=[PROVISIONS[rule] for rule in why.rules if rule in PROVISIONS],
            field=camel(why.field) if why.field else None,
            items=list(why.items),
            authentication=needed
            and self._authentication(acr_values=needed.acr_values, max_age=needed.max_age),
        )
